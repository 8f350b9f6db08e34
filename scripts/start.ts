/**
 * Brings up everything on one machine: PostgreSQL (the embedded one unless DATABASE_URL is set),
 * the Kaleyra sandbox, the worker and the web server; and takes it down again on Ctrl-C.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "@/lib/db/embedded";
import { parseEnv } from "@/lib/env";
import { dataFolder } from "@/lib/paths";
import { type Child, startChild } from "@/lib/start-child";
import { buildIfNeeded, generateIfNeeded } from "./build-if-needed";
import { localSecrets } from "./local-secrets";
import { migrateDatabase } from "./run-command";

const RESTART_PAUSE_MS = 1_000;

const stops: (() => Promise<void>)[] = [];
let stopping = false;

async function stopAll(code: number): Promise<never> {
  if (!stopping) {
    stopping = true;
    // Last started, first stopped: the database outlives those that use it.
    for (const stop of stops.toReversed()) await stop().catch((error) => console.error(error));
    process.exit(code);
  }
  return new Promise(() => {});
}

/** Keeps a process going: one that ends unasked is started again. */
async function keepRunning<T extends object>(file: string, env: NodeJS.ProcessEnv): Promise<T> {
  let child: Child<T> = await startChild<T>(file, { env });
  const watch = () =>
    child.process.once("exit", async (code, signal) => {
      if (stopping) return;
      console.error(`${file} ended (${signal ?? code}) and is started again.`);
      for (;;) {
        await sleep(RESTART_PAUSE_MS);
        if (stopping) return;
        try {
          child = await startChild<T>(file, { env });
          return watch();
        } catch (error) {
          console.error((error as Error).message);
        }
      }
    });
  watch();
  stops.push(() => child.stop());
  return child.ready;
}

async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const dev = process.argv.includes("--dev");
  await (dev ? generateIfNeeded() : buildIfNeeded());
  const given: NodeJS.ProcessEnv = {
    LOG_LEVEL: "warn",
    WORKER_ID: "worker-1",
    NEXT_TELEMETRY_DISABLED: "1",
    ...process.env,
    NODE_ENV: dev ? "development" : "production",
  };
  if (!given.DATABASE_URL) {
    const folder = dataFolder();
    const secrets = await localSecrets(folder);
    const database: EmbeddedDatabase = await startEmbeddedDatabase(
      path.join(folder, "postgres"),
      secrets.databasePassword,
    );
    stops.push(database.stop);
    given.DATABASE_URL = database.url;
    given.NEXTAUTH_SECRET ||= secrets.nextAuthSecret;
    given.ENCRYPTION_KEY ||= secrets.encryptionKey;
  }
  const { HOST, PORT } = parseEnv(given);
  const host = HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST;
  given.NEXTAUTH_URL ||= `http://${host}:${PORT}`;
  const sandbox = await keepSandbox(given);
  given.SANDBOX_URL = sandbox.url;
  await migrateDatabase(given);
  await keepRunning("worker/main.ts", given);
  await keepRunning("scripts/web.ts", given);
  console.log(`RCS Reach runs at ${given.NEXTAUTH_URL} (Ctrl-C stops it)`);
}

async function keepSandbox(given: NodeJS.ProcessEnv): Promise<{ url: string }> {
  const sandbox = await startChild<{ url: string }>("sandbox/main.ts", {
    env: { ...given, SANDBOX_PORT: given.SANDBOX_PORT ?? "0" },
    quiet: true,
  });
  stops.push(sandbox.stop);
  return sandbox.ready;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stopAll(0));
start().catch((error: Error) => {
  if (stopping) return;
  console.error(error.message);
  void stopAll(1);
});
