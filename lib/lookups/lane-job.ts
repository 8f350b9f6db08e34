import type { Upstream } from "./upstream";
import type { Work } from "./work";
import type { LaneStep } from "./work-lane";

/** What a job's plan says about a round of work that is to be done. */
export interface Planned {
  accountId: string;
  /** How many lanes are worth starting: no more than there are calls to make. */
  lanes: number;
}

/**
 * A kind of work that is done in lanes: a run's lookups, or a pass over number details. Each part
 * reads the state anew and does no harm when it is done twice. Ids alone go in.
 */
export interface LaneJob {
  table: Work["table"];
  /** Names of its workflows and steps: "conductRun", "planRun", … */
  noun: "Run" | "Details";
  laneWorkflow: string;
  /** Whom its lanes call. */
  upstream: Upstream;
  /** Puts in order what is to be done. Null: nothing is, in this round. */
  plan: (id: string, round: number) => Promise<Planned | null>;
  /** A stretch of calls, one at a time. */
  work: (lane: { id: string; round: number; lane: string }) => Promise<LaneStep>;
  /**
   * Ends the work when nothing is left.
   *
   * @returns milliseconds until another wave of lanes is worth starting; 0: this round is over
   */
  settle: (id: string, round: number) => Promise<number>;
}
