/** Vitest's global set-up of the integration tests: a real PostgreSQL in a temporary folder. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { generateIfNeeded } from "@/scripts/build-if-needed";

export default async function setup(): Promise<() => Promise<void>> {
  await generateIfNeeded();
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-test-"));
  const database = await startEmbeddedDatabase(path.join(folder, "postgres"), "test-password");
  await migrate(database.url);
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: "a-secret-for-tests-of-at-least-32-characters",
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "fatal",
  });
  return async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
