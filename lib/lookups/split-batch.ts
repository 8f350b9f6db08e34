import type { PoolClient } from "pg";
import { closeBatches } from "./take-batch";

/** Closes a bulk batch and puts a single lookup for each of its lines into its place. */
export async function splitBatch(
  tx: PoolClient,
  runId: string,
  no: number,
  lines: number[],
): Promise<void> {
  // The run's row serialises the numbering of batches.
  await tx.query("SELECT 1 FROM runs WHERE id = $1 FOR UPDATE", [runId]);
  await closeBatches(tx, runId, [no]);
  await tx.query(
    `INSERT INTO batches (run_id, no, kind, country, first_line, last_line, size)
     SELECT $1, (SELECT max(no) FROM batches WHERE run_id = $1) + part.n, 'single', NULL,
       part.line, part.line, 1
     FROM unnest($2::int[]) WITH ORDINALITY AS part(line, n)`,
    [runId, lines],
  );
}
