import { DBOS, type WorkflowStatus } from "@dbos-inc/dbos-sdk";
import { isDatabaseAway } from "@/lib/db/is-database-away";
import { pool, transaction } from "@/lib/db/pool";
import { logger } from "@/lib/logger";
import { withSafeErrors } from "@/lib/logging/with-safe-errors";
import { unlessDraining } from "./drain";
import type { LaneJob } from "./lane-job";
import { closeCallsOf } from "./ledger";
import { CONDUCTOR, END_POLL_MS, enqueueLanes, isWaveOver, laneIds } from "./queue";
import { INTERNAL_REASON, stopWork } from "./work";
import { type LaneStep, STRETCH_MS } from "./work-lane";

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

/** The workflows of jobs, and how often each of them is executed by this process. */
const registered = new Set<string>();
const executing = new Map<string, number>();
const count = (id: string, change: 1 | -1) => executing.set(id, (executing.get(id) ?? 0) + change);

/**
 * Whether the engine has dropped a workflow that this process is said to execute: it does so when
 * the database breaks off just as it takes a workflow, or notes the end of one.
 */
export const isDropped = ({ workflowID, workflowName }: WorkflowStatus): boolean =>
  registered.has(workflowName) && !executing.get(workflowID);

function register<T extends unknown[]>(name: string, work: (...args: T) => Promise<void>): void {
  registered.add(name);
  const noted = async (...args: T): Promise<void> => {
    const id = DBOS.workflowID ?? "";
    count(id, 1);
    try {
      await work(...args);
    } finally {
      if (count(id, -1).get(id) === 0) executing.delete(id);
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
    const begun = performance.now();
    // Once it has had its turn, however often it had to wait in it, that of others comes.
    const stretch = async (): Promise<LaneStep> => {
      const step = await work({ id, round, lane: name });
      const hadTurn = step.next !== "end" && performance.now() - begun >= STRETCH_MS;
      const yields = hadTurn && (await isWaveOver({ table, id, round }, name));
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
