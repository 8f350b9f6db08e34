/**
 * Vitest's set-up of each file of integration tests: a database of its own. What a file leaves, such
 * as runs that are queued, no worker of another file finds.
 */
import { afterAll, inject } from "vitest";
import { closePool } from "@/lib/db/pool";
import { closeQueue } from "@/lib/lookups/queue";
import { copyDatabase } from "./copy-database";

const own = await copyDatabase(inject("templateUrl"));
process.env.DATABASE_URL = own.url;
// The first to be registered, so the last to run: the file's processes have ended by then.
afterAll(async () => {
  await closeQueue();
  await closePool();
  await own.drop();
});
