import { DBOS } from "@dbos-inc/dbos-sdk";
import { closePool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { detailsJob } from "@/lib/details/details-job";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { quietDbosLogger } from "@/lib/lookups/dbos-logger";
import { drain } from "@/lib/lookups/drain";
import {
  APPLICATION,
  closeQueue,
  POLL_MS,
  RUN_QUEUE,
  setLaneLimit,
  WORKFLOW_VERSION,
} from "@/lib/lookups/queue";
import { reviveWork } from "@/lib/lookups/revive-work";
import { runJob } from "@/lib/lookups/run-job";
import { registerJob } from "@/lib/lookups/workflows";
import { onStop } from "@/lib/on-stop";

const REVIVE_EVERY_MS = 30_000;
const jobs = [runJob, detailsJob];

const { DATABASE_URL, WORKER_ID } = env();
DBOS.setConfig({
  name: APPLICATION,
  systemDatabaseUrl: DATABASE_URL,
  systemDatabasePoolSize: 20,
  executorID: WORKER_ID,
  applicationVersion: WORKFLOW_VERSION,
  logger: quietDbosLogger,
});
for (const job of jobs) registerJob(job);
await DBOS.launch();
await DBOS.registerQueue(RUN_QUEUE, { minPollingIntervalMs: POLL_MS });
for (const account of await prisma().account.findMany()) await setLaneLimit(account);
const revive = async () => {
  for (const { table } of jobs) await reviveWork(table);
};
await revive();
const reviving = setInterval(() => {
  revive().catch((error: unknown) => logger.warn({ err: error }, "work was not looked after"));
}, REVIVE_EVERY_MS);
logger.info({ worker: WORKER_ID }, "worker is ready");
process.send?.({ ready: true });

onStop(async () => {
  clearInterval(reviving);
  await drain();
  await DBOS.shutdown();
  await closeQueue();
  await closePool();
});
