import { setTimeout as sleep } from "node:timers/promises";
import { DBOS } from "@dbos-inc/dbos-sdk";
import pg from "pg";
import { listMigrations, noFilter, withSchemaEngine } from "./schema-engine";

/**
 * Applies the migrations that a database does not have yet, as `prisma migrate deploy` does and
 * with the same `_prisma_migrations` table, so that either can be used; then those of the engine
 * of durable workflows, in its own schema.
 *
 * @returns the names of ours that were applied now
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const migrationsList = await listMigrations();
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await awaitTurn(client);
    await forgetFailed(client);
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList, filters: noFilter }),
    );
    await DBOS.migrate(databaseUrl);
    return appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/** What nobody else locks by (PostgreSQL, "Advisory Locks"): "RCSR" in ASCII. */
const MIGRATING = 0x52435352;
const LOOK_AGAIN_MS = 500;

/**
 * Only one migrates at a time, however many machines are started at once; the turn ends with the
 * connection. To wait within a statement would hold up indexes that are built concurrently, and so
 * the one whose turn it is.
 */
async function awaitTurn(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS mine", [MIGRATING]);
    if (rows[0]?.mine) return;
    await sleep(LOOK_AGAIN_MS);
  }
}

/**
 * A migration that failed has left nothing, since each is one transaction: it is made again. The
 * engine would wait for somebody to say so.
 */
async function forgetFailed(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (rows[0]?.name === null) return;
  await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  );
}
