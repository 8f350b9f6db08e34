import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Runs commands in `psql`, PostgreSQL's own client, each in its own transaction.
 *
 * @throws an Error that says so when it is not installed
 */
export async function psql(databaseUrl: string, ...commands: string[]): Promise<void> {
  const args = commands.flatMap((command) => ["-c", command]);
  try {
    await run("psql", [databaseUrl, "-X", "-q", "-v", "ON_ERROR_STOP=1", ...args]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Error("This bench needs psql (Debian, Ubuntu: `apt install postgresql-client`).");
  }
}
