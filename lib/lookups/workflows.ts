import { DBOS } from "@dbos-inc/dbos-sdk";
import { isDatabaseAway } from "@/lib/db/is-database-away";
import { logger } from "@/lib/logger";
import { unlessDraining } from "./drain";
import { failRun } from "./fail-run";
import { planRun } from "./plan-run";
import { CONDUCT_RUN, laneQueue, POLL_MS } from "./queue";
import { settleRun } from "./settle-run";
import { workLane } from "./work-lane";

// Steps hold no secrets and no numbers: their inputs and results are stored by the engine.
// While the database is away a step is tried for some ten minutes; any other error is a defect.
const patient = {
  retriesAllowed: true,
  shouldRetry: isDatabaseAway,
  maxAttempts: 20,
  intervalSeconds: 0.5,
  backoffRate: 1.4,
};

/** Pause between two waves of lanes, when batches are held by lanes of an earlier round. */
const WAVE_PAUSE_MS = 1_000;

async function lane(runId: string, round: number, id: string): Promise<void> {
  for (;;) {
    const step = await DBOS.runStep(() => unlessDraining(() => workLane({ runId, round, id })), {
      ...patient,
      name: "workLane",
    });
    if (step.next === "end") return;
    if (step.next === "wait") await DBOS.sleep(step.ms);
  }
}

/**
 * Registers the workflows with the engine. Called once, in a worker process: Next may load a
 * module more than once, so no web process does it.
 *
 * A run is conducted by one workflow, which starts as many *lanes* as calls may be made at once;
 * each lane takes the run's next batch until none is left. Lanes spread over all workers.
 */
export function registerWorkflows(): void {
  const runLane = DBOS.registerWorkflow(lane, { name: "runLane" });

  async function conduct(runId: string, round: number): Promise<void> {
    const planned = await DBOS.runStep(() => planRun(runId, round), {
      ...patient,
      name: "planRun",
    });
    if (!planned) return;
    for (let wave = 0; ; wave++) {
      const handles = [];
      for (let no = 0; no < planned.lanes; no++) {
        const id = `lane:${runId}:${round}:${wave}:${no}`;
        const queueName = laneQueue(planned.accountId);
        handles.push(
          await DBOS.startWorkflow(runLane, { workflowID: id, queueName })(runId, round, id),
        );
      }
      let broken = 0;
      for (const handle of handles) {
        await handle.getResult({ pollingIntervalMs: POLL_MS }).catch((error: unknown) => {
          broken++;
          logger.error({ lane: handle.workflowID, err: error }, "a lane ended with an error");
        });
      }
      if (broken > 0 && broken === handles.length) {
        await DBOS.runStep(() => failRun(runId, round), { ...patient, name: "failRun" });
        return;
      }
      const open = await DBOS.runStep(() => settleRun(runId, round), {
        ...patient,
        name: "settleRun",
      });
      if (open === 0) return;
      await DBOS.sleep(WAVE_PAUSE_MS);
    }
  }
  DBOS.registerWorkflow(conduct, { name: CONDUCT_RUN });
}
