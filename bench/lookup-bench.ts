import { setTimeout as sleep } from "node:timers/promises";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { appendContacts } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { getRun } from "@/lib/runs/get-run";
import { startRun } from "@/lib/runs/start-run";
import { type Child, startChild } from "@/lib/start-child";
import type { LogReport } from "@/sandbox/log";
import { type BenchDatabase, withBenchDatabase } from "./bench-database";
import { usNumbers } from "./us-numbers";

const CHUNK = 5_000;

/** A database, a sandbox and workers, each in a process of its own. */
export interface LookupBench {
  /** Where the sandbox takes the calls of an account. */
  sandboxUrl: string;
  /** Milliseconds that the sandbox takes for an answer. */
  setLatency: (ms: number) => Promise<void>;
  /**
   * Sets how many workers there are, all of them new, and how many calls at once each may make for
   * an account that is there already.
   */
  setWorkers: (count: number, callsAtOnce?: number) => Promise<void>;
  makeAccount: BenchDatabase["makeAccount"];
  /** Uploads a list; its run is ready to start, and the database has rested. */
  makeRun: (accountId: string, contacts: number) => Promise<string>;
  start: (runId: string) => Promise<void>;
  /** How many contacts of a run have been asked about. */
  progressOf: (runId: string) => Promise<number>;
  /** Waits until the last outcome of a run is stored. Returns its number of bulk calls. */
  isDone: (runId: string) => Promise<number>;
  /** What the sandbox has seen since it was asked last. */
  log: () => Promise<LogReport>;
}

/** Sets up what lookups are measured on, for as long as the work lasts. Once in a process. */
export async function withLookupBench<T>(work: (bench: LookupBench) => Promise<T>): Promise<T> {
  const sandbox = await startChild<{ url: string }>("sandbox", {
    env: { ...process.env, SANDBOX_PORT: "0" },
    quiet: true,
  });
  const sandboxUrl = sandbox.ready.url;
  const workers: Child<object>[] = [];
  const setWorkers = async (count: number, callsAtOnce = 32) => {
    for (let last = workers.pop(); last; last = workers.pop()) await last.stop();
    while (workers.length < count) {
      const WORKER_ID = `bench-${workers.length + 1}`;
      const env = { ...process.env, WORKER_ID, WORKER_CONCURRENCY: String(callsAtOnce) };
      workers.push(await startChild("worker", { env }));
    }
  };
  try {
    return await withBenchDatabase(
      async ({ user, makeAccount }) => {
        try {
          return await work({
            sandboxUrl,
            setLatency: (latencyMs) => setLatency(sandboxUrl, latencyMs),
            setWorkers,
            makeAccount,
            makeRun: (accountId, contacts) => makeRun(user, accountId, contacts),
            start: async (runId) => void (await startRun(user, runId)),
            progressOf: async (runId) => (await getRun(user, runId)).progress.done,
            isDone: (runId) => isDone(user, runId),
            log: () => takeLog(sandboxUrl),
          });
        } finally {
          // Before the database, which they use.
          await setWorkers(0);
        }
      },
      { KALEYRA_RCS_URL: sandboxUrl },
    );
  } finally {
    await sandbox.stop();
  }
}

async function makeRun(user: SessionUser, accountId: string, contacts: number): Promise<string> {
  const { id } = await createRun(user, {
    accountId,
    name: "Bench",
    fileName: "bench.csv",
    keptColumns: [],
    rows: contacts,
    blank: 0,
  });
  const numbers = usNumbers(contacts);
  for (let at = 0, index = 0; at < contacts; at += CHUNK, index++) {
    const part = numbers.slice(at, at + CHUNK);
    const chunk = part.map((number, line) => ({ line: at + line + 2, number, kept: [] }));
    await appendContacts(user, id, { index, contacts: chunk });
  }
  // PostgreSQL tidies up after an upload by itself, some time in the next minute: not while we measure.
  await pool().query("VACUUM (ANALYZE)");
  return id;
}

/** Looks by the cheapest way there is: what it takes is taken from the run. */
async function isDone(user: SessionUser, runId: string): Promise<number> {
  for (;;) {
    const { rows } = await pool().query("SELECT status FROM runs WHERE id = $1", [runId]);
    const status = String(rows[0]?.status);
    if (status === "done") return (await getRun(user, runId)).plan.bulkCalls;
    if (status !== "queued" && status !== "running") {
      throw new Error(`The run ended as ${status}.`);
    }
    await sleep(25);
  }
}

async function setLatency(sandboxUrl: string, latencyMs: number): Promise<void> {
  const answer = await fetch(`${sandboxUrl}/sandbox/settings`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ latencyMs }),
  });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`);
}

async function takeLog(sandboxUrl: string): Promise<LogReport> {
  const report: LogReport = await (await fetch(`${sandboxUrl}/sandbox/log`)).json();
  await fetch(`${sandboxUrl}/sandbox/log`, { method: "DELETE" });
  return report;
}
