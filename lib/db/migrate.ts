import { DBOS } from "@dbos-inc/dbos-sdk";
import { listMigrations, noFilter, openSchemaEngine } from "./schema-engine";

/**
 * Applies the migrations that a database does not have yet, as `prisma migrate deploy` does and
 * with the same `_prisma_migrations` table, so that either can be used; then those of the engine
 * of durable workflows, in its own schema.
 *
 * @returns the names of ours that were applied now
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const engine = await openSchemaEngine(databaseUrl);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: await listMigrations(),
    filters: noFilter,
  });
  await DBOS.migrate(databaseUrl);
  return appliedMigrationNames;
}
