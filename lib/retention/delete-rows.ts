import { pool } from "@/lib/db/pool";

/** So many rows at a time: each bite is a transaction of its own, and a short one. */
const BITE = 5_000;

/** What a run's retention deletes, in this order; `upload_chunks` tells that something is left. */
export const PURGED_TABLES = [
  "number_details",
  "contacts",
  "duplicate_rows",
  "invalid_rows",
  "cell_lines",
  "answers",
  "batches",
  "upload_chunks",
] as const;

/**
 * Deletes all rows of a purged run, bite by bite. Rows that somebody else is deleting are left to
 * them; of a run that is not purged it deletes none.
 *
 * @returns how many rows
 */
export async function deleteRows(runId: string): Promise<number> {
  let deleted = 0;
  for (const table of PURGED_TABLES) {
    for (let rows = BITE; rows === BITE; deleted += rows) rows = await bite(table, runId);
  }
  return deleted;
}

async function bite(table: (typeof PURGED_TABLES)[number], runId: string): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
       SELECT t.ctid FROM ${table} t WHERE t.run_id = $1
         AND EXISTS (SELECT 1 FROM runs r WHERE r.id = $1 AND r.purged_at IS NOT NULL)
       LIMIT ${BITE} FOR UPDATE SKIP LOCKED))`,
    [runId],
  );
  return rowCount ?? 0;
}
