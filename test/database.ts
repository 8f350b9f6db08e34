/**
 * Vitest's global set-up of the integration tests: a real PostgreSQL in a temporary folder. Each
 * file works in a copy of its migrated database, see `own-database.ts`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { buildProcessesIfNeeded } from "@/scripts/build-if-needed";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated database, which stays empty. */
    templateUrl: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await buildProcessesIfNeeded();
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-test-"));
  const database = await startEmbeddedDatabase(path.join(folder, "postgres"), "test-password");
  await migrate(database.url);
  provide("templateUrl", database.url);
  Object.assign(process.env, {
    NEXTAUTH_SECRET: "a-secret-for-tests-of-at-least-32-characters",
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "fatal",
  });
  return async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
