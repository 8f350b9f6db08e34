import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { parseEnv } from "@/lib/env";
import { dataFolder } from "@/lib/paths";
import type { ProcessName } from "@/lib/processes";
import { type Child, startChild } from "@/lib/start-child";
import { localSecrets } from "./local-secrets";
import { migrateDatabase } from "./run-command";

const RESTART_PAUSE_MS = 1_000;

/** Everything that runs on one machine. */
export interface App {
  url: string;
  sandboxUrl: string;
  databaseUrl: string;
  /** The worker that runs now. */
  worker: () => Child<object>;
  /** The web server that runs now. */
  web: () => Child<object>;
  /** Takes all of it down, last started first, so that the database outlives those that use it. */
  stop: () => Promise<void>;
}

/**
 * Brings up PostgreSQL (the embedded one unless DATABASE_URL is set), the Kaleyra sandbox, the
 * worker and the web server. A worker or web server that ends unasked is started again.
 *
 * @throws an Error in plain words; what was started until then has been stopped
 */
export async function startApp(settings: NodeJS.ProcessEnv): Promise<App> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  try {
    return { ...(await bringUp(settings, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(
  settings: NodeJS.ProcessEnv,
  stops: (() => Promise<void>)[],
): Promise<Omit<App, "stop">> {
  const env: NodeJS.ProcessEnv = {
    LOG_LEVEL: "warn",
    WORKER_ID: "worker-1",
    NEXT_TELEMETRY_DISABLED: "1",
    ...settings,
  };
  if (!env.DATABASE_URL) {
    const folder = dataFolder(env);
    const secrets = await localSecrets(folder);
    const database = await startEmbeddedDatabase(
      path.join(folder, "postgres"),
      secrets.databasePassword,
    );
    stops.push(database.stop);
    env.DATABASE_URL = database.url;
    env.NEXTAUTH_SECRET ||= secrets.nextAuthSecret;
    if (!env.ENCRYPTION_KEY) {
      env.ENCRYPTION_KEY = secrets.encryptionKey;
      env.ENCRYPTION_KEY_PREVIOUS = secrets.previousEncryptionKey;
    }
  }
  const { HOST, PORT, DATABASE_URL } = parseEnv(env);
  const host = HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST;
  const url = env.NEXTAUTH_URL || `http://${host}:${PORT}`;
  const sandbox = await startChild<{ url: string }>("sandbox", {
    env: { ...env, SANDBOX_PORT: env.SANDBOX_PORT ?? "0" },
    quiet: true,
  });
  stops.push(sandbox.stop);
  Object.assign(env, { NEXTAUTH_URL: url, SANDBOX_URL: sandbox.ready.url });
  await migrateDatabase(env);
  const worker = await keepRunning("worker", env, stops);
  const web = await keepRunning("web", env, stops);
  return { url, sandboxUrl: sandbox.ready.url, databaseUrl: DATABASE_URL, worker, web };
}

/** Starts a process and starts it again whenever it ends unasked. Returns the one that runs. */
async function keepRunning(
  name: ProcessName,
  env: NodeJS.ProcessEnv,
  stops: (() => Promise<void>)[],
): Promise<() => Child<object>> {
  let stopping = false;
  // Next has things to say on standard output that matter to developers only.
  const quiet = env.NODE_ENV === "production";
  let child = await startChild(name, { env, quiet });
  let restarting = Promise.resolve();
  const watch = () =>
    child.process.once("exit", (code, signal) => {
      restarting = restart(signal ?? code);
    });
  const restart = async (reason: string | number | null) => {
    if (!stopping) console.error(`${name} ended (${reason}) and is started again.`);
    while (!stopping) {
      await sleep(RESTART_PAUSE_MS);
      try {
        child = await startChild(name, { env, quiet });
        watch();
        return;
      } catch (error) {
        console.error((error as Error).message);
      }
    }
  };
  watch();
  stops.push(async () => {
    stopping = true;
    // One that is just being started is stopped, too.
    await restarting;
    await child.stop();
  });
  return () => child;
}
