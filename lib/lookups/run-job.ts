import { withLogScope } from "@/lib/logging/log-scope";
import type { LaneJob } from "./lane-job";
import { planRun } from "./plan-run";
import { settleRun } from "./settle-run";
import { workLane } from "./work-lane";

/** The RCS lookups of a run. */
export const runJob: LaneJob = {
  table: "runs",
  noun: "Run",
  laneWorkflow: "runLane",
  upstream: "rcs",
  plan: planRun,
  work: ({ id, round, lane }) =>
    withLogScope({ runId: id, lane }, () => workLane({ runId: id, round, id: lane })),
  settle: settleRun,
};
