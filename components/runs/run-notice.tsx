"use client";

import dynamic from "next/dynamic";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ContactFilter } from "@/lib/api/results";
import type { RunView } from "@/lib/api/runs";
import { lowerFirst, plural } from "@/lib/format";
import { retryCostSentence } from "./cost-words";
import { RetryButton } from "./retry-button";
import { unanswered, unansweredWords } from "./unanswered";
import { WaitingNotice } from "./waiting-notice";

const DraftNotice = dynamic(async () => (await import("./draft-notice")).DraftNotice);
const StoppedRun = dynamic(async () => (await import("./stopped-run")).StoppedRun);

export interface RunNoticeProps {
  run: RunView;
  /** May change the run. */
  canSteer: boolean;
  /** Left out for those who may not see contacts. */
  onShowContacts?: (filter: ContactFilter) => void;
}

/** What has to be known of a run that is not simply going or done. */
export function RunNotice({ run, canSteer, onShowContacts }: RunNoticeProps) {
  const { status, reason, mainFailure, outcomes, waiting } = run;
  if (status === "draft") return <DraftNotice run={run} canSteer={canSteer} />;
  if (waiting)
    return <WaitingNotice waiting={waiting} accountId={run.accountId} canSteer={canSteer} />;
  if ((status === "paused" && reason) || status === "failed") {
    return <StoppedRun run={run} canSteer={canSteer} />;
  }
  if (status === "cancelled") {
    return (
      <Notice title="Cancelled">
        <p>
          {plural(outcomes.pending, "contact was", "contacts were")} not looked up. Results so far
          are kept and can be exported.
        </p>
      </Notice>
    );
  }
  if (status === "done" && unanswered(outcomes) > 0) {
    return (
      <Notice
        tone="warning"
        title={unansweredWords(outcomes)}
        action={
          <>
            {onShowContacts && (
              <Button
                size="sm"
                onPress={() =>
                  onShowContacts({ outcome: outcomes.failed > 0 ? "failed" : "no_answer" })
                }
              >
                Show them
              </Button>
            )}
            {canSteer && <RetryButton run={run} size="sm" />}
          </>
        }
      >
        {mainFailure && (
          <p>
            {outcomes.failed === 1 ? "Reason" : "Main reason"}: {lowerFirst(mainFailure.title)}.{" "}
            {mainFailure.detail}
          </p>
        )}
        <p>
          Nothing is known about these contacts, so they do not count as “Not on RCS”.{" "}
          {canSteer && retryCostSentence(run)}
        </p>
      </Notice>
    );
  }
  return null;
}
