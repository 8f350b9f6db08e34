import { StoppedNotice } from "@/components/runs/stopped-notice";
import { WaitingNotice } from "@/components/runs/waiting-notice";
import type { DetailPassView } from "@/lib/api/details";
import type { RunView } from "@/lib/api/runs";

export interface PassNoticeProps {
  pass: DetailPassView;
  run: RunView;
  canSteer: boolean;
}

/** Why a pass over number details stands still or waits, and what to do. */
export function PassNotice({ pass, run, canSteer }: PassNoticeProps) {
  const { status, reason, waiting } = pass;
  if (waiting) {
    return (
      <WaitingNotice
        waiting={waiting}
        accountId={run.accountId}
        canSteer={canSteer}
        work="the lookup"
      />
    );
  }
  if (!reason || (status !== "paused" && status !== "failed")) return null;
  return <StoppedNotice work={pass} run={run} canSteer={canSteer} />;
}
