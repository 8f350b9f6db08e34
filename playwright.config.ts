import { defineConfig } from "@playwright/test";
import { installations, own, ownNumber } from "./e2e/installations";
import { signedInState } from "./e2e/owner";

// Started by `npm run test:e2e`, which brings up the installations and finds a Chromium.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  fullyParallel: false,
  workers: Math.max(1, installations.length),
  retries: 0,
  timeout: 90_000,
  // A call that fails is given up after five attempts, with up to 15 seconds of pauses between them.
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: own.url,
    // Less than a test has, so that the one that does not end is named.
    navigationTimeout: 60_000,
    viewport: { width: 1440, height: 900 },
    // A trace takes a third of the time: `TRACE=1` for a failure that needs one.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
        "--disable-gpu",
      ],
    },
  },
  projects: [
    { name: "first-run", testMatch: "first-run.setup.ts" },
    {
      name: "signed-in",
      testMatch: "*.spec.ts",
      dependencies: ["first-run"],
      use: { storageState: signedInState(ownNumber) },
    },
  ],
});
