import { pool } from "@/lib/db/pool";
import { LOOKED_UP_OUTCOMES } from "@/lib/lookups/looked-up";

/** How far back the rate of a run is measured, in seconds. */
const RATE_WINDOW = 10;

/** What the ledger says of a run. */
export interface RunLedger {
  /** Attempts made. */
  calls: number;
  /** Numbers that were looked up. */
  billed: number;
  /** Numbers in attempts that broke off: they may have been billed. */
  ambiguous: number;
  /** Of both, what lies beyond one for each contact that Kaleyra looked up. */
  excess: number;
  /** Numbers a second over the last seconds; null when nothing was answered in them. */
  perSecond: number | null;
}

interface SumRow {
  calls: number;
  billed: number;
  ambiguous: number;
  /** Contacts that Kaleyra was asked about and did not reject, those that were erased since too. */
  lookedUp: number;
  recent: number;
}

/** Sums up a run's attempts at RCS lookups; those at number details are counted with their pass. */
export async function runLedger(runId: string): Promise<RunLedger> {
  // One statement sees one moment: the contacts that were looked up belong to the lookups counted.
  const { rows } = await pool().query<SumRow>(
    `SELECT count(*)::int AS calls,
       coalesce(sum(billed), 0)::int AS billed,
       coalesce(sum(numbers) FILTER (WHERE billing = 'ambiguous' AND result IS NOT NULL), 0)::int
         AS ambiguous,
       (SELECT coalesce(sum(contacts), 0)::int FROM breakdowns
         WHERE run_id = $1 AND outcome = ANY($3::"Outcome"[]))
         + (SELECT erased_looked_up FROM runs WHERE id = $1) AS "lookedUp",
       coalesce(sum(numbers) FILTER (WHERE result = 'ok' AND finished_at > now() - $2 * interval '1 s')
         / least($2, greatest(extract(epoch FROM now() - min(started_at)), 1)), 0)::float8 AS recent
     FROM lookup_calls WHERE run_id = $1 AND detail_pass_id IS NULL`,
    [runId, RATE_WINDOW, LOOKED_UP_OUTCOMES],
  );
  const { calls = 0, billed = 0, ambiguous = 0, lookedUp = 0, recent = 0 } = rows[0] ?? {};
  const excess = Math.max(0, billed + ambiguous - lookedUp);
  return { calls, billed, ambiguous, excess, perSecond: recent > 0 ? recent : null };
}
