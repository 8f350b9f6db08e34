import { DBOS } from "@dbos-inc/dbos-sdk";
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
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilter }),
  );
  await DBOS.migrate(databaseUrl);
  return appliedMigrationNames;
}
