import { DBOS } from "@dbos-inc/dbos-sdk";
import { isDatabaseAway } from "@/lib/db/is-database-away";
import { logger } from "@/lib/logger";
import { pruneWorkflows } from "./prune-workflows";
import { purgeDue } from "./purge-due";

const SCHEDULE = "retention";
/** Hourly: an installation that is on for some hours a day purges too. */
const CRON = "17 * * * *";
const patient = { retriesAllowed: true, shouldRetry: isDatabaseAway, maxAttempts: 10 };

async function tidyUp(): Promise<void> {
  const purged = await DBOS.runStep(purgeDue, { ...patient, name: "purgeDue" });
  const workflows = await DBOS.runStep(() => pruneWorkflows(), { ...patient, name: "prune" });
  if (purged.runs + workflows > 0) logger.info({ ...purged, workflows }, "deleted what is too old");
}

/** Registers the workflow that deletes what is too old with the engine, in a worker process. */
export function registerRetention() {
  const workflowFn = DBOS.registerWorkflow(tidyUp, { name: "tidyUp" });
  return {
    /** Once the engine runs. Whatever the number of workers, each hour's work is one workflow. */
    schedule: () => DBOS.applySchedules([{ scheduleName: SCHEDULE, workflowFn, schedule: CRON }]),
  };
}
