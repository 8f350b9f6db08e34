import type { ReactNode } from "react";
import { LonePage } from "@/components/frame/lone-page";
import { errorMessage } from "@/components/ui/error-message";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";

/** While the link is looked at. */
export function LinkPending({ title }: { title: string }) {
  return (
    <LonePage title={title}>
      <div role="status" aria-label="Looking at the link">
        <Skeleton className="mb-3 h-10" />
        <Skeleton className="h-10" />
      </div>
    </LonePage>
  );
}

/** For a link that opens nothing. */
export function LinkRefused({ error }: { error: unknown }) {
  return (
    <LonePage title="This link does not work">
      <Refusal>{errorMessage(error)}</Refusal>
    </LonePage>
  );
}

function Refusal({ children }: { children: ReactNode }) {
  return (
    <Notice
      tone="danger"
      isLive
      action={
        <LinkButton href="/sign-in" size="sm">
          To the sign-in page
        </LinkButton>
      }
    >
      {children}
    </Notice>
  );
}
