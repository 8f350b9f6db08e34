/** `npm start`: builds what is not built, brings everything up, and takes it down on Ctrl-C. */
import { existsSync } from "node:fs";
import { type App, startApp } from "./app";
import { buildIfNeeded, buildProcessesIfNeeded } from "./build-if-needed";

if (existsSync(".env")) process.loadEnvFile(".env");
const dev = process.argv.includes("--dev");

async function start(): Promise<App> {
  await (dev ? buildProcessesIfNeeded() : buildIfNeeded());
  return startApp({ ...process.env, NODE_ENV: dev ? "development" : "production" });
}

let stopping = false;
const app = start();

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // A start under way is finished first, so that nothing is left half up.
  const running = await app.catch(() => null);
  await running?.stop();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());

app
  .then(({ url }) => {
    if (!stopping) console.log(`RCS Reach runs at ${url} (Ctrl-C stops it)`);
  })
  .catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
