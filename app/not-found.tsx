import type { Metadata } from "next";
import { LonePage } from "@/components/frame/lone-page";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <LonePage title="There is nothing at this address">
      <p className="text-muted">
        The page may have moved, or what it showed was deleted, or it belongs to an account that you
        have no access to.
      </p>
      <div className="mt-6">
        <LinkButton href="/" variant="primary">
          Go to the overview
        </LinkButton>
      </div>
    </LonePage>
  );
}
