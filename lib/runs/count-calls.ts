import type { CallCounts, CallPage } from "@/lib/api/calls";
import { pool } from "@/lib/db/pool";

const none: CallCounts = { all: 0, failed: 0, billed: 0, ambiguous: 0, free: 0 };

/** How many attempts a run's ledger holds, by what they came to; RCS lookups and details apart. */
export async function countCalls(runId: string): Promise<CallPage["counts"]> {
  // Apart, by the index of each: a pass over details has a call for each number.
  const counted = (ofDetails: boolean) => `
    SELECT ${ofDetails} AS of_details, count(*)::int AS all,
      count(*) FILTER (WHERE result <> 'ok')::int AS failed,
      count(*) FILTER (WHERE result IS NOT NULL AND billing = 'billed')::int AS billed,
      count(*) FILTER (WHERE result IS NOT NULL AND billing = 'ambiguous')::int AS ambiguous,
      count(*) FILTER (WHERE result IS NOT NULL AND billing = 'free')::int AS free
    FROM lookup_calls WHERE run_id = $1 AND detail_pass_id IS ${ofDetails ? "NOT NULL" : "NULL"}`;
  const { rows } = await pool().query<CallCounts & { of_details: boolean }>(
    `${counted(false)} UNION ALL ${counted(true)}`,
    [runId],
  );
  const counts = { rcs: none, details: none };
  for (const { of_details, ...found } of rows) counts[of_details ? "details" : "rcs"] = found;
  return counts;
}
