/** `npm test`: everything — types, lint, dependencies, unit, integration and browser tests. Stops at the first that fails. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { audit } from "./audit";
import { buildIfNeeded, buildProcessesIfNeeded } from "./build-if-needed";
import { runNode, runPackageBin } from "./run-command";

const vitestReport = "test-results/vitest.json";
const e2eReport = "test-results/e2e.json";

const steps: [string, () => Promise<void>][] = [
  ["types", () => runPackageBin("typescript/bin/tsc", ["--noEmit"])],
  ["lint", () => runPackageBin("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."])],
  ["dependencies", audit],
  // These wait more than they work: the build goes on beside them.
  [
    "unit and integration tests",
    () =>
      bothEnd(
        runPackageBin("vitest/vitest.mjs", [
          "run",
          "--reporter=default",
          "--reporter=json",
          `--outputFile=${vitestReport}`,
        ]),
        buildIfNeeded(),
      ),
  ],
  // Not beside the others, some of which count calls a second: these take all there is.
  ["faults", () => runNode(["--import", "tsx", "faults/main.ts", "--rounds", "3", "--seed", "11"])],
  ["browser tests", () => runNode(["--import", "tsx", "scripts/e2e.ts"])],
];

/** Waits for both, so that a failure of one leaves nothing running, and throws what either threw. */
async function bothEnd(...works: Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

const vitest = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

async function readReport<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  if (!existsSync(file)) return undefined;
  return schema.parse(JSON.parse(await readFile(file, "utf8")));
}

await buildProcessesIfNeeded();
let broken: string | undefined;
for (const [name, run] of steps) {
  console.log(`\n— ${name} —`);
  const started = performance.now();
  try {
    await run();
    console.log(`(${Math.round((performance.now() - started) / 1000)} s)`);
  } catch (error) {
    console.error((error as Error).message);
    broken = name;
    break;
  }
}
const inNode = await readReport(vitestReport, vitest);
const inBrowser = await readReport(e2eReport, playwright);
const passed = (inNode?.numPassedTests ?? 0) + (inBrowser?.stats.expected ?? 0);
const failed =
  (inNode?.numFailedTests ?? 0) +
  (inBrowser?.stats.unexpected ?? 0) +
  (inBrowser?.stats.flaky ?? 0);
if (broken) console.error(`\nFailed at: ${broken}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(broken ? 1 : 0);
