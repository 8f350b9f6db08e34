import { cureOf, lowerFirst } from "@/components/runs/stopped-words";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { DetailPassView } from "@/lib/api/details";
import type { RunView } from "@/lib/api/runs";

export interface PassNoticeProps {
  pass: DetailPassView;
  run: RunView;
  canSteer: boolean;
}

/** Why a pass over number details stands still, and what to do. */
export function PassNotice({ pass, run, canSteer }: PassNoticeProps) {
  const { status, reason, waiting } = pass;
  if (reason && (status === "paused" || status === "failed")) {
    const cure = canSteer ? cureOf({ ...run, reason }) : null;
    return (
      <Notice
        tone={status === "failed" ? "danger" : "warning"}
        isLive
        title={status === "failed" ? reason.title : `Paused: ${lowerFirst(reason.title)}`}
        action={
          cure && (
            <LinkButton size="sm" href={`/accounts/${run.accountId}`}>
              {cure.label}
            </LinkButton>
          )
        }
      >
        <p>
          {reason.detail} {cure?.note}
        </p>
        <p>
          {canSteer
            ? "Resumed, it goes on where it stood; what is known stays."
            : "What is known stays. An owner or an analyst of the account can resume it."}
        </p>
      </Notice>
    );
  }
  if (!waiting) return null;
  return (
    <Notice
      tone="warning"
      isLive
      title={
        waiting.reason === "throttled"
          ? "Kaleyra asks this account to slow down"
          : "Kaleyra does not answer"
      }
    >
      <p>
        {waiting.reason === "throttled"
          ? "It goes on by itself at "
          : "No numbers are spent on trying. The next single try is at "}
        <Moment iso={waiting.until} show="time" />.
      </p>
    </Notice>
  );
}
