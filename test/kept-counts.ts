import { pool } from "@/lib/db/pool";
import { STRIPE_LINES } from "@/lib/segments/stripes";

/** SQL: the cells of a run's contacts, as columns. */
export const CELL = "outcome, country, coalesce(carrier, ''), coalesce(carrier_status, '')";

/** What is kept of a run beside its contacts: counts of its cells, and their lines by stripe. */
export async function keptCounts(runId: string) {
  const counts = await pool().query({
    text: `SELECT outcome, country, carrier, carrier_status, contacts::int FROM breakdowns
      WHERE run_id = $1 AND contacts <> 0 ORDER BY 1, 2, 3, 4`,
    values: [runId],
    rowMode: "array",
  });
  const lines = await pool().query({
    text: `SELECT outcome, country, carrier, carrier_status, stripe, lines FROM cell_lines
      WHERE run_id = $1 ORDER BY 1, 2, 3, 4, 5`,
    values: [runId],
    rowMode: "array",
  });
  return { counts: counts.rows, lines: lines.rows };
}

/** The same, made anew from the contacts. */
export async function recount(runId: string): ReturnType<typeof keptCounts> {
  const counts = await pool().query({
    text: `SELECT ${CELL}, count(*)::int FROM contact_results WHERE run_id = $1
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    values: [runId],
    rowMode: "array",
  });
  const lines = await pool().query({
    text: `SELECT ${CELL}, line / ${STRIPE_LINES}, array_agg(line ORDER BY line)
      FROM contact_results
      WHERE run_id = $1 AND outcome <> 'pending' GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
    values: [runId],
    rowMode: "array",
  });
  return { counts: counts.rows, lines: lines.rows };
}
