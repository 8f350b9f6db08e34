import { withLogScope } from "@/lib/logging/log-scope";
import type { LaneJob } from "@/lib/lookups/lane-job";
import { planDetails } from "./plan-details";
import { settleDetails } from "./settle-details";
import { workDetails } from "./work-details";

/** A pass over the number details of a run's contacts. */
export const detailsJob: LaneJob = {
  table: "detail_passes",
  noun: "Details",
  laneWorkflow: "detailsLane",
  upstream: "api",
  plan: planDetails,
  work: ({ id, round, lane }) =>
    withLogScope({ passId: id, lane }, () => workDetails({ passId: id, round, id: lane })),
  settle: settleDetails,
};
