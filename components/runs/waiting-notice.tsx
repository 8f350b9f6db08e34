import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { Waiting } from "@/lib/api/runs";

export interface WaitingNoticeProps {
  waiting: NonNullable<Waiting>;
  accountId: string;
  canSteer: boolean;
  /** What goes on by itself. */
  work?: string;
}

/** Work that makes no calls just now, and goes on by itself. */
export function WaitingNotice({
  waiting,
  accountId,
  canSteer,
  work = "the run",
}: WaitingNoticeProps) {
  const at = <Moment iso={waiting.until} show="time" className="font-medium tabular-nums" />;
  const isDown = waiting.reason === "kaleyra_down";
  return (
    <Notice
      tone="warning"
      isLive
      title={isDown ? "Waiting: Kaleyra does not answer" : "Waiting: Kaleyra asks to slow down"}
      action={
        canSteer && (
          <LinkButton size="sm" href={`/accounts/${accountId}`}>
            {isDown ? "Check the connection" : "Change the pace"}
          </LinkButton>
        )
      }
    >
      {isDown ? (
        <p>
          The last calls failed
          {waiting.since && (
            <>
              , so since <Moment iso={waiting.since} show="time" className="tabular-nums" />
            </>
          )}{" "}
          only one number is tried from time to time. The next try is at {at}; as soon as Kaleyra
          answers, {work} continues by itself. After an hour without an answer it pauses.
        </p>
      ) : (
        <p>
          Kaleyra says that this account makes too many calls. No call is made before {at}; then{" "}
          {work} continues by itself. If this happens often, lower the account’s calls per second.
        </p>
      )}
    </Notice>
  );
}
