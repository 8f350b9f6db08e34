import { AppError } from "@/lib/errors";
import { migrationNames } from "./migration-names";
import { pool } from "./pool";

/**
 * Whether this process can do its work: the database answers and has all of this version's
 * migrations (and perhaps more, of a version that is being rolled out).
 *
 * @throws AppError `unavailable`, with what is missing
 */
export async function checkReady(): Promise<{ status: "ready" }> {
  const { rows } = await pool()
    .query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
    )
    .catch(() => {
      throw new AppError("unavailable", "The database does not answer, or has no tables yet.");
    });
  const applied = new Set(rows.map(({ name }) => name));
  const missing = (await migrationNames()).filter((name) => !applied.has(name));
  if (missing.length > 0) {
    throw new AppError(
      "unavailable",
      `The database is older than this version: ${missing.length} migrations are missing. Run npm run migrate.`,
    );
  }
  return { status: "ready" };
}
