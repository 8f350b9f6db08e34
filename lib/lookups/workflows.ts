import { DBOS } from "@dbos-inc/dbos-sdk";
import { isDatabaseAway } from "@/lib/db/is-database-away";
import { pool } from "@/lib/db/pool";
import { logger } from "@/lib/logger";
import { withSafeErrors } from "@/lib/logging/with-safe-errors";
import { unlessDraining } from "./drain";
import type { LaneJob } from "./lane-job";
import { closeCallsOf } from "./ledger";
import { CONDUCTOR, laneQueue, POLL_MS } from "./queue";
import { INTERNAL_REASON, stopWork } from "./work";

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

/**
 * Registers the workflows of a job with the engine. Called once, in a worker process: Next may load
 * a module more than once, so no web process does it.
 *
 * A round of work is conducted by one workflow, which starts as many *lanes* as calls may be made
 * at once; each lane takes the next call until none is left. Lanes spread over all workers.
 */
export function registerJob(job: LaneJob): void {
  const { table, noun, plan, work, settle } = job;

  async function lane(id: string, round: number, name: string): Promise<void> {
    for (;;) {
      const stretch = () => unlessDraining(() => work({ id, round, lane: name }));
      const step = await durably("workLane", stretch);
      if (step.next === "end") return;
      if (step.next === "wait") await DBOS.sleep(step.ms);
    }
  }
  const runLane = DBOS.registerWorkflow(lane, { name: job.laneWorkflow });

  async function conduct(id: string, round: number): Promise<void> {
    const planned = await durably(`plan${noun}`, () => plan(id, round));
    if (!planned) return;
    for (let wave = 0; ; wave++) {
      const queueName = laneQueue(planned.accountId);
      const handles = await Promise.all(
        Array.from({ length: planned.lanes }, (_, no) => {
          const workflowID = `${job.lanePrefix}:${id}:${round}:${wave}:${no}`;
          return DBOS.startWorkflow(runLane, { workflowID, queueName })(id, round, workflowID);
        }),
      );
      let broken = 0;
      for (const handle of handles) {
        const lane = handle.workflowID;
        await handle.getResult({ pollingIntervalMs: POLL_MS }).catch(async (error: unknown) => {
          broken++;
          logger.error({ lane, err: error }, "a lane ended with an error");
          const close = () => closeCallsOf(pool(), lane, planned.accountId);
          await durably("closeLane", close);
        });
      }
      if (broken > 0 && broken === handles.length) {
        const fail = () => stopWork(pool(), { table, id, round }, "failed", INTERNAL_REASON);
        await durably(`fail${noun}`, fail);
        return;
      }
      const pauseMs = await durably(`settle${noun}`, () => settle(id, round));
      if (pauseMs === 0) return;
      await DBOS.sleep(pauseMs);
    }
  }
  DBOS.registerWorkflow(conduct, { name: CONDUCTOR[table] });
}
