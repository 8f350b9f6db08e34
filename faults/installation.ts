import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import getPort from "get-port";
import { familyOf } from "@/e2e/processes";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { Journal } from "@/sandbox/journal";
import { migrateDatabase } from "@/scripts/run-command";
import { Machine } from "./machine";

/** After so long without a sign of life, other workers take up the work of one. */
export const GONE_MS = 3_000;

const owner = { email: "olivia@example.com", password: randomBytes(16).toString("base64url") };

/** The product as real processes, each of which can be struck. */
export interface Installation {
  url: string;
  sandboxUrl: string;
  owner: typeof owner;
  workers: Machine[];
  web: Machine;
  kaleyra: Machine;
  /** What Kaleyra was asked, on disk: it outlives the sandbox. */
  journal: Journal;
  database: {
    /** Sends a signal to PostgreSQL: SIGKILL, or SIGINT for a quick and orderly end. */
    end: (signal: "SIGKILL" | "SIGINT") => Promise<void>;
    hang: (forMs: number) => Promise<void>;
  };
}

/** Brings up PostgreSQL, a sandbox, a web server and workers, for as long as the work lasts. */
export async function withProcesses<T>(
  workerCount: number,
  work: (at: Installation) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-faults-"));
  const data = path.join(folder, "postgres");
  const database = await startEmbeddedDatabase(data, "test-password");
  const [port, sandboxPort] = [await getPort(), await getPort()];
  const url = `http://127.0.0.1:${port}`;
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const journalFile = path.join(folder, "journal");
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "fatal",
    HOST: "127.0.0.1",
    PORT: String(port),
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    DATABASE_URL: database.url,
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_JOURNAL: journalFile,
    SANDBOX_URL: sandboxUrl,
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
    WORKER_GONE_MS: String(GONE_MS),
  };
  // This process looks into the database by itself.
  Object.assign(process.env, env);
  const kaleyra = new Machine("sandbox", env);
  const web = new Machine("web", env);
  // One that comes back under its name, and others that never do.
  const workers = Array.from(
    { length: workerCount },
    (_, no) => new Machine("worker", no === 0 ? { ...env, WORKER_ID: "worker-1" } : env),
  );
  try {
    await migrateDatabase(env);
    await Promise.all([kaleyra, web, ...workers].map((machine) => machine.start()));
    return await work({
      ...{ url, sandboxUrl, owner, workers, web, kaleyra },
      journal: new Journal(journalFile),
      database: {
        end: async (signal) => {
          send(await postmaster(data), signal);
        },
        hang: (forMs) => hangFamily(data, forMs),
      },
    });
  } finally {
    await Promise.allSettled([web, ...workers].map((machine) => machine.stop()));
    await kaleyra.stop();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The process that is PostgreSQL: the first line of its lock file (PostgreSQL, "File Layout"), which
 * one that was killed leaves behind. While it is being started again, waits until it is there.
 */
async function postmaster(data: string): Promise<number> {
  for (;;) {
    const lock = await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => "");
    const pid = Number(lock.split("\n")[0]);
    if (pid > 0 && send(pid, 0)) return pid;
    await sleep(50);
  }
}

async function hangFamily(data: string, forMs: number): Promise<void> {
  const family = familyOf(await postmaster(data));
  for (const { pid } of family) send(pid, "SIGSTOP");
  await sleep(forMs);
  for (const { pid } of family) send(pid, "SIGCONT");
}

/** Sends a signal, or none (0). Returns whether there was such a process. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
