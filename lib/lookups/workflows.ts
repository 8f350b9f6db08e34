import { DBOS, type WorkflowStatus } from "@dbos-inc/dbos-sdk";
import { isDatabaseAway } from "@/lib/db/is-database-away";
import { pool, transaction } from "@/lib/db/pool";
import { logger } from "@/lib/logger";
import { withSafeErrors } from "@/lib/logging/with-safe-errors";
import { unlessDraining } from "./drain";
import type { LaneJob } from "./lane-job";
import { closeCallsOf } from "./ledger";
import { CONDUCTOR, END_POLL_MS, enqueueLanes, isWaitedFor, laneIds } from "./queue";
import { INTERNAL_REASON, stopWork } from "./work";
import type { LaneStep } from "./work-lane";

// While the database is away a step is tried for some ten minutes; any other error is a defect.
const patient = {
  retriesAllowed: true,
  shouldRetry: isDatabaseAway,
  maxAttempts: 20,
  intervalSeconds: 0.5,
  backoffRate: 1.4,
};

/** One step: the engine stores its result and its errors, so neither may hold a secret or a number. */
function durably<T>(name: string, work: () => Promise<T>): Promise<T> {
  return DBOS.runStep(() => withSafeErrors(work), { ...patient, name });
}

/** The workflows of jobs, and those of them that this process executes. */
const [registered, executing] = [new Set<string>(), new Set<string>()];

/**
 * Whether the engine has dropped a workflow that this process is said to execute: it does so when
 * the database breaks off just as it takes a workflow, or notes the end of one.
 */
export const isDropped = ({ workflowID, workflowName }: WorkflowStatus): boolean =>
  registered.has(workflowName) && !executing.has(workflowID);

function register<T extends unknown[]>(name: string, work: (...args: T) => Promise<void>): void {
  registered.add(name);
  const noted = async (...args: T): Promise<void> => {
    const id = DBOS.workflowID ?? "";
    executing.add(id);
    try {
      await work(...args);
    } finally {
      executing.delete(id);
    }
  };
  DBOS.registerWorkflow(noted, { name });
}

/**
 * Registers the workflows of a job with the engine. Called once, in a worker process: Next may load
 * a module more than once, so no web process does it.
 *
 * A round of work is conducted by one workflow, which starts as many *lanes* as calls may be made
 * at once; each lane takes the next call until none is left. Lanes spread over all workers.
 */
export function registerJob(job: LaneJob): void {
  const { table, noun, upstream, laneWorkflow, plan, work, settle } = job;

  async function lane(id: string, round: number, name: string): Promise<void> {
    // After each stretch the work of others has its turn: another wave of lanes goes on with this.
    const stretch = async (): Promise<LaneStep> => {
      const step = await work({ id, round, lane: name });
      const yields = step.next === "batch" && (await isWaitedFor({ table, id, round }, name));
      return yields ? { next: "end" } : step;
    };
    for (;;) {
      const step = await durably("workLane", () => unlessDraining(stretch));
      if (step.next === "end") return;
      if (step.next === "wait") await DBOS.sleep(step.ms);
    }
  }
  register(laneWorkflow, lane);

  async function conduct(id: string, no: number): Promise<void> {
    const round = { table, id, round: no };
    const planned = await durably(`plan${noun}`, () => plan(id, no));
    if (!planned) return;
    for (let wave = 0; ; wave++) {
      const { accountId } = planned;
      const ids = laneIds(round, wave, planned.lanes);
      await durably("startLanes", () =>
        transaction((tx) => enqueueLanes(tx, round, { accountId, upstream, laneWorkflow, ids })),
      );
      let broken = 0;
      for (const lane of ids) {
        const end = DBOS.retrieveWorkflow(lane).getResult({ pollingIntervalMs: END_POLL_MS });
        await end.catch(async (error: unknown) => {
          broken++;
          logger.error({ lane, err: error }, "a lane ended with an error");
          await durably("closeLane", () => closeCallsOf(pool(), lane, accountId));
        });
      }
      if (broken > 0 && broken === ids.length) {
        const fail = () => stopWork(pool(), round, "failed", INTERNAL_REASON);
        await durably(`fail${noun}`, fail);
        return;
      }
      const pauseMs = await durably(`settle${noun}`, () => settle(id, no));
      if (pauseMs === 0) return;
      await DBOS.sleep(pauseMs);
    }
  }
  register(CONDUCTOR[table], conduct);
}
