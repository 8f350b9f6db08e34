import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { DetailPassView } from "@/lib/api/details";

/** Why a pass over number details stands still, and what to do. */
export function PassNotice({ pass, accountId }: { pass: DetailPassView; accountId: string }) {
  const { status, reason, waiting } = pass;
  if (reason && (status === "paused" || status === "failed")) {
    return (
      <Notice
        tone={status === "failed" ? "danger" : "warning"}
        isLive
        title={reason.title}
        action={
          <LinkButton size="sm" href={`/accounts/${accountId}`}>
            Open the account
          </LinkButton>
        }
      >
        <p>
          {reason.detail}
          {status === "paused" && " Then resume: it goes on where it stood."}
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
