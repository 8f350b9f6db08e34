/**
 * `npm run test:e2e`: the browser tests, against the built product. Two installations are tested
 * side by side; what is written after `--` goes to Playwright, such as the name of a file.
 */
import type { TestedInstallation } from "@/e2e/installations";
import { buildIfNeeded } from "./build-if-needed";
import { findChromium } from "./find-chromium";
import { runPackageBin } from "./run-command";
import { startTemporaryApp } from "./temporary-app";

const AT_ONCE = 2;

const chromium = findChromium();
await buildIfNeeded();
const apps = await Promise.all(
  Array.from({ length: AT_ONCE }, () =>
    // Accounts that a test connects reach the sandbox too, as through an operator's proxy.
    startTemporaryApp((url) => ({ KALEYRA_RCS_URL: url, KALEYRA_API_URL: url })),
  ),
);
const installations: TestedInstallation[] = apps.map(({ url, sandboxUrl, databaseUrl }) => ({
  url,
  sandboxUrl,
  databaseUrl,
}));
let failed = false;
try {
  await runPackageBin("@playwright/test/cli.js", ["test", ...process.argv.slice(2)], {
    INSTALLATIONS: JSON.stringify(installations),
    CHROMIUM_PATH: chromium,
  });
} catch {
  failed = true;
} finally {
  await Promise.all(apps.map((app) => app.stop()));
}
process.exit(failed ? 1 : 0);
