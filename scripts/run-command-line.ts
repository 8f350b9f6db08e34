import { existsSync } from "node:fs";
import { buildMissingProcesses } from "./build-if-needed";

/**
 * Does what a command of `npm run` is for, with the settings of `.env`; says in words what went
 * wrong. The work may set `process.exitCode`.
 */
export async function runCommandLine(work: () => Promise<void>): Promise<never> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  try {
    // For the embedded database.
    await buildMissingProcesses();
    await work();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  process.exit();
}
