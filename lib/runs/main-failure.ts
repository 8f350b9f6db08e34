import { pool } from "@/lib/db/pool";
import { isFailureKind } from "@/lib/kaleyra/failures";
import { explainFailure } from "./status-reason";

/** So many failed contacts tell what is the matter, and are read at once however many there are. */
const SAMPLE = 200;

/** Why most of a run's failed contacts failed, in words; null when none did. */
export async function mainFailure(runId: string) {
  const { rows } = await pool().query<{ failure: string | null }>(
    `SELECT failure FROM (
       SELECT unnest(lines) AS line FROM cell_lines WHERE run_id = $1 AND outcome = 'failed' LIMIT $2
     ) sample CROSS JOIN LATERAL (
       SELECT failure FROM contact_results r WHERE r.run_id = $1 AND r.line = sample.line OFFSET 0
     ) c
     GROUP BY failure ORDER BY count(*) DESC, failure LIMIT 1`,
    [runId, SAMPLE],
  );
  const kind = rows[0]?.failure ?? null;
  return isFailureKind(kind) ? explainFailure(kind) : null;
}
