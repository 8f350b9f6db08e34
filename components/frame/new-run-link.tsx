"use client";

import { useCanStart } from "@/components/accounts/use-can-start";
import { PlusIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";

/** The way to a new run, for whoever may start one. */
export function NewRunLink({ className }: { className?: string }) {
  if (!useCanStart()) return null;
  return (
    <LinkButton href="/runs/new" variant="primary" className={className}>
      <PlusIcon />
      Check an audience
    </LinkButton>
  );
}
