"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { signInPath } from "@/lib/auth/return-path";
import { useSessionEnded } from "./use-session-ended";

/** Over a page whose session has ended while it was open: what happened, and the way back to it. */
export function SessionNotice() {
  const hasEnded = useSessionEnded();
  const path = usePathname();
  const search = useSearchParams().toString();
  if (!hasEnded) return null;
  return (
    <div className="sticky top-16 z-20 mb-6 rounded-lg bg-raised shadow-lg lg:top-3 print:hidden">
      <Notice
        tone="danger"
        isLive
        title="You are signed out"
        action={
          <LinkButton
            href={signInPath(search ? `${path}?${search}` : path)}
            size="sm"
            variant="primary"
          >
            Sign in again
          </LinkButton>
        }
      >
        <p>Your session has ended. Sign in to return to this page.</p>
      </Notice>
    </div>
  );
}
