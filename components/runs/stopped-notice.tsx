import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { RunView } from "@/lib/api/runs";
import { lowerFirst } from "@/lib/format";
import { cureOf } from "./stopped-words";

export interface StoppedNoticeProps {
  /** The run, or a pass over its number details. */
  work: Pick<RunView, "status" | "reason">;
  /** Whose account it is. */
  run: RunView;
  canSteer: boolean;
  action?: ReactNode;
  children?: ReactNode;
}

/** Work that was paused or given up for a reason: what happened, and how it goes on. */
export function StoppedNotice({ work, run, canSteer, action, children }: StoppedNoticeProps) {
  const { status, reason } = work;
  const cure = canSteer ? cureOf({ ...run, reason }) : null;
  const isFailed = status === "failed";
  const title = reason?.title ?? "It could not go on";
  return (
    <Notice
      tone={isFailed ? "danger" : "warning"}
      isLive
      title={isFailed ? title : `Paused: ${lowerFirst(title)}`}
      action={
        canSteer && (
          <>
            {cure && (
              <LinkButton size="sm" variant="primary" href={`/accounts/${run.accountId}`}>
                {cure.label}
              </LinkButton>
            )}
            {action}
          </>
        )
      }
    >
      <p>
        {reason?.detail} {cure?.note}
      </p>
      <p>
        {canSteer
          ? "Resuming continues where it stopped. Results so far are kept and can be exported."
          : "Results so far are kept. An owner or analyst of the account can resume it."}
      </p>
      {children}
    </Notice>
  );
}
