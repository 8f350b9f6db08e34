import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { DBOS } from "@dbos-inc/dbos-sdk";
import { endWithoutDatabase } from "@/lib/db/end-without-database";
import { closePool, warmPool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { detailsJob } from "@/lib/details/details-job";
import { envAtStart } from "@/lib/env";
import { logger } from "@/lib/logger";
import { quietDbosLogger } from "@/lib/lookups/dbos-logger";
import { drain } from "@/lib/lookups/drain";
import {
  APPLICATION,
  closeQueue,
  POLL_MS,
  RUN_QUEUE,
  removeOldQueues,
  setLaneLimit,
  WORKFLOW_VERSION,
} from "@/lib/lookups/queue";
import { reviveWork } from "@/lib/lookups/revive-work";
import { runJob } from "@/lib/lookups/run-job";
import { isDropped, registerJob } from "@/lib/lookups/workflows";
import { onStop } from "@/lib/on-stop";
import { registerRetention } from "@/lib/retention/retention-job";
import { adoptWork, watchForDropped } from "./adopt-work";
import { startHeartbeat } from "./heartbeat";
import { serveMetrics } from "./serve-metrics";

const REVIVE_EVERY_MS = 30_000;
const WARM_CONNECTIONS = 8;
const jobs = [runJob, detailsJob];

const {
  DATABASE_URL,
  WORKER_CONCURRENCY,
  WORKER_ID,
  WORKER_GONE_MS,
  METRICS_PORT,
  HOST,
  STOP_WITHIN_MS,
} = envAtStart();
/** Where nobody names the workers, no two may share a name: each would take up the other's work. */
const workerId = WORKER_ID ?? `${hostname()}-${randomUUID()}`;
const heartbeat = await startHeartbeat(workerId, WORKER_GONE_MS, () => {
  logger.fatal({ worker: workerId }, "others have taken up the work of this worker; it ends");
  process.exit(1);
}).catch(endWithoutDatabase);
DBOS.setConfig({
  name: APPLICATION,
  systemDatabaseUrl: DATABASE_URL,
  systemDatabasePoolSize: 20,
  executorID: workerId,
  applicationVersion: WORKFLOW_VERSION,
  logger: quietDbosLogger,
});
for (const job of jobs) registerJob(job);
const retention = registerRetention();
await DBOS.launch();
await retention.schedule();
await DBOS.registerQueue(RUN_QUEUE, { minPollingIntervalMs: POLL_MS });
for (const account of await prisma().account.findMany()) await setLaneLimit(account);
const revive = async () => {
  for (const { table } of jobs) await reviveWork(table);
};
await revive();
await removeOldQueues();
const reviving = setInterval(() => {
  revive().catch((error: unknown) => logger.warn({ err: error }, "work was not looked after"));
}, REVIVE_EVERY_MS);
const isSteady = () => heartbeat.steadyFor() >= WORKER_GONE_MS;
const freeDropped = watchForDropped(workerId, isDropped);
let adopting = Promise.resolve();
const adopt = async () => {
  const workflows = await adoptWork(workerId, WORKER_GONE_MS, isSteady);
  if (workflows > 0) logger.warn({ workflows }, "took up the work of a worker that is gone");
  const dropped = isSteady() ? await freeDropped() : 0;
  if (dropped > 0) logger.warn({ workflows: dropped }, "took up work that was dropped");
};
const adoptTimer = setInterval(() => {
  // One look after the other, also when one has waited for the database.
  adopting = adopting.then(adopt).catch((error: unknown) => {
    logger.warn({ err: error }, "no work was taken up");
  });
}, WORKER_GONE_MS / 3);
// Its first lanes find them there.
await warmPool(Math.min(WORKER_CONCURRENCY, WARM_CONNECTIONS));
const metrics = METRICS_PORT === undefined ? undefined : await serveMetrics(HOST, METRICS_PORT);
onStop(async () => {
  clearInterval(reviving);
  clearInterval(adoptTimer);
  // A part of the time is for what comes after.
  if (!(await drain(STOP_WITHIN_MS * 0.8))) logger.warn("calls in flight were cut off");
  await DBOS.shutdown();
  await heartbeat.stop();
  await metrics?.stop();
  await closeQueue();
  await closePool();
}, STOP_WITHIN_MS);
logger.info({ worker: workerId }, "worker is ready");
process.send?.({ ready: true, metricsPort: metrics?.port });
