import { listMigrations, noFilter, openSchemaEngine } from "./schema-engine";

/**
 * Applies the migrations that a database does not have yet, as `prisma migrate deploy` does and
 * with the same `_prisma_migrations` table, so that either can be used.
 *
 * @returns the names of those applied now
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const engine = await openSchemaEngine(databaseUrl);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: await listMigrations(),
    filters: noFilter,
  });
  return appliedMigrationNames;
}
