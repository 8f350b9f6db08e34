import type { PoolClient } from "pg";
import type { ErasedCounts } from "@/lib/api/erasures";
import { maskNumbersIn } from "@/lib/kaleyra/mask";
import { eraseContact } from "./erase-contact";
import { keptHold } from "./find-rows";
import type { WantedNumber } from "./wanted-number";

/**
 * Deletes all that a run holds of a number, and takes it out of the run's counts. Workers may store
 * answers meanwhile, so each statement sees what they have done by then, and what both write to is
 * taken in their order: answers, lists of lines, breakdown, run (lib/lookups/save-outcomes.ts).
 */
export async function eraseFromRun(
  tx: PoolClient,
  runId: string,
  number: WantedNumber,
): Promise<ErasedCounts> {
  const keptCells = await emptyKeptCells(tx, runId, number);
  const { contacts, details, lookedUp } = await eraseContact(tx, runId, number);
  const duplicates = await tx.query(
    "DELETE FROM duplicate_rows WHERE run_id = $1 AND (e164 = $2 OR cell ~ $3)",
    [runId, number.e164, number.pattern],
  );
  const invalid = await eraseInvalid(tx, runId, number);
  const counts = { contacts, duplicates: duplicates.rowCount ?? 0, invalid };
  const { rows } = await tx.query<{ name: string; file_name: string }>(
    `UPDATE runs SET unique_count = unique_count - $2, duplicate_count = duplicate_count - $3,
       invalid_count = invalid_count - $4, erased_count = erased_count + $2 + $3 + $4,
       erased_looked_up = erased_looked_up + $5
     WHERE id = $1 RETURNING name, file_name`,
    [runId, counts.contacts, counts.duplicates, counts.invalid, lookedUp],
  );
  await maskNames(tx, runId, number, rows[0]);
  return { ...counts, details, keptCells };
}

/** Empties cells beside other numbers that hold this one, such as a second phone's. */
async function emptyKeptCells(tx: PoolClient, runId: string, { e164, pattern }: WantedNumber) {
  const { rows } = await tx.query<{ line: number; cells: number }>(
    `SELECT c.line, count(*)::int AS cells
     FROM runs r JOIN contacts c ON c.run_id = r.id CROSS JOIN LATERAL unnest(c.kept) AS k(cell)
     WHERE r.id = $1 AND cardinality(r.kept_columns) > 0 AND c.e164 IS DISTINCT FROM $2
       AND ${keptHold("$3")} AND k.cell ~ $3
     GROUP BY c.line ORDER BY c.line`,
    [runId, e164, pattern],
  );
  if (rows.length === 0) return 0;
  await tx.query(
    `UPDATE contacts SET kept = (
       SELECT array_agg(CASE WHEN k.cell ~ $3 THEN '' ELSE k.cell END ORDER BY k.no)
       FROM unnest(kept) WITH ORDINALITY AS k(cell, no))
     WHERE run_id = $1 AND line = ANY($2::int[])`,
    [runId, rows.map(({ line }) => line), pattern],
  );
  return rows.reduce((sum, { cells }) => sum + cells, 0);
}

async function eraseInvalid(tx: PoolClient, runId: string, { pattern }: WantedNumber) {
  const { rows } = await tx.query<{ rows: number }>(
    `WITH gone AS (
       DELETE FROM invalid_rows WHERE run_id = $1 AND cell ~ $2 RETURNING reason
     ), counted AS (SELECT reason, count(*)::int AS rows FROM gone GROUP BY reason), kept AS (
       UPDATE invalid_counts c SET rows = c.rows - g.rows FROM counted g
       WHERE c.run_id = $1 AND c.reason = g.reason
     )
     SELECT rows FROM counted`,
    [runId, pattern],
  );
  if (rows.length > 0) {
    await tx.query("DELETE FROM invalid_counts WHERE run_id = $1 AND rows <= 0", [runId]);
  }
  return rows.reduce((sum, one) => sum + one.rows, 0);
}

/** A file may be named after the only number in it. */
async function maskNames(
  tx: PoolClient,
  runId: string,
  { pattern }: WantedNumber,
  names: { name: string; file_name: string } | undefined,
): Promise<void> {
  const holdsIt = new RegExp(pattern);
  if (!names || !(holdsIt.test(names.name) || holdsIt.test(names.file_name))) return;
  await tx.query("UPDATE runs SET name = $2, file_name = $3 WHERE id = $1", [
    runId,
    maskNumbersIn(names.name),
    maskNumbersIn(names.file_name),
  ]);
}
