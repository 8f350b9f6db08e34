import { existsSync } from "node:fs";

/** Does what a command of `npm run` is for, with the settings of `.env`; says in words what went wrong. */
export async function runCommandLine(work: () => Promise<void>): Promise<never> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  try {
    await work();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  process.exit(0);
}
