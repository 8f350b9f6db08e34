import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createAccount } from "@/lib/accounts/create-account";
import type { SessionUser } from "@/lib/auth/session";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { closePool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { closeQueue } from "@/lib/lookups/queue";
import { appendContacts } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { getRun } from "@/lib/runs/get-run";
import { startRun } from "@/lib/runs/start-run";
import { startChild } from "@/lib/start-child";
import { startSandbox } from "@/sandbox/server";
import { usNumbers } from "./us-numbers";

/** How a run is measured: the sandbox's latency in milliseconds, and calls at once. */
export interface RunSetting {
  contacts: number;
  latencyMs: number;
  callsAtOnce: number;
}

/**
 * Times a run from its start to its last outcome, on a real database with one worker, beside the
 * ideal: calls ÷ calls at once × latency.
 *
 * @returns both in seconds
 */
export async function measureRun(setting: RunSetting): Promise<{ seconds: number; ideal: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-bench-"));
  const database = await startEmbeddedDatabase(path.join(folder, "postgres"), randomUUID());
  const sandbox = await startSandbox({ settings: { latencyMs: setting.latencyMs } });
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: randomUUID() + randomUUID(),
    ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
    KALEYRA_RCS_URL: sandbox.url,
    LOG_LEVEL: "error",
    WORKER_ID: "bench",
  });
  await migrate(database.url);
  const worker = await startChild("worker/main.ts", { env: process.env });
  try {
    return await timeRun(setting);
  } finally {
    await worker.stop();
    await sandbox.stop();
    await closeQueue();
    await closePool();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeRun({ contacts, latencyMs, callsAtOnce }: RunSetting) {
  const user = await makeOwner();
  const { id: accountId } = await createAccount(user, {
    name: "Bench",
    sid: "BENCH",
    apiKey: "sandbox-key",
    rcsHost: "rcs-api.na.kaleyra.io",
    apiHost: "api.kaleyra.io",
    pricePerLookup: 0,
    currency: "USD",
    callsPerSecond: 1000,
    callsAtOnce,
  });
  user.roles[accountId] = "owner";
  const { id } = await createRun(user, {
    accountId,
    name: "Bench",
    fileName: "bench.csv",
    keptColumns: [],
    rows: contacts,
    blank: 0,
  });
  const numbers = usNumbers(contacts);
  for (let at = 0, index = 0; at < contacts; at += 5_000, index++) {
    const part = numbers.slice(at, at + 5_000);
    const chunk = part.map((number, line) => ({ line: at + line + 2, number, kept: [] }));
    await appendContacts(user, id, { index, contacts: chunk });
  }
  const started = performance.now();
  await startRun(user, id);
  for (;;) {
    const run = await getRun(user, id);
    if (run.status === "done") {
      const seconds = (performance.now() - started) / 1000;
      const ideal = (run.plan.bulkCalls / callsAtOnce) * (latencyMs / 1000);
      return { seconds, ideal };
    }
    if (run.status !== "queued" && run.status !== "running") {
      throw new Error(`The run ended as ${run.status}.`);
    }
    await sleep(50);
  }
}

async function makeOwner(): Promise<SessionUser> {
  const { id, email, name } = await prisma().user.create({
    data: { email: "bench@example.com", name: "Bench", passwordHash: "none" },
  });
  return { id, email, name, roles: {} };
}
