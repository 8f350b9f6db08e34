/** `npm run test:e2e`: the browser tests, against the built application with a database of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import getPort from "get-port";
import { startApp } from "./app";
import { buildIfNeeded } from "./build-if-needed";
import { findChromium } from "./find-chromium";
import { runPackageBin } from "./run-command";

const chromium = findChromium();
await buildIfNeeded();
const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-e2e-"));
const freePort = () => getPort({ host: "127.0.0.1" });
const sandboxPort = String(await freePort());
const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
const app = await startApp({
  ...process.env,
  NODE_ENV: "production",
  DATABASE_URL: "",
  DATA_DIR: path.join(folder, "data"),
  PORT: String(await freePort()),
  SANDBOX_PORT: sandboxPort,
  // Accounts that a test connects reach the sandbox too, as through an operator's proxy.
  KALEYRA_RCS_URL: sandboxUrl,
  KALEYRA_API_URL: sandboxUrl,
  HOST: "127.0.0.1",
  OWNER_EMAIL: "",
  OWNER_PASSWORD: "",
});
let failed = false;
try {
  await runPackageBin("@playwright/test/cli.js", ["test", ...process.argv.slice(2)], {
    BASE_URL: app.url,
    SANDBOX_URL: sandboxUrl,
    CHROMIUM_PATH: chromium,
  });
} catch {
  failed = true;
} finally {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
