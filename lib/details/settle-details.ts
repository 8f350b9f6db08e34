import { transaction } from "@/lib/db/pool";
import { closeAbandoned } from "@/lib/lookups/ledger";
import { giveBackNumbers } from "./give-back-numbers";

/** Another wave of lanes is not started sooner, or for every single number that is due… */
const SHORTEST_PAUSE_MS = 1_000;
/** …nor later. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Ends a pass when nothing is left to ask or to fetch.
 *
 * @returns milliseconds until the next details are due; 0: this round is over. Meanwhile no lane
 * takes a place of the account's calls at once.
 */
export function settleDetails(passId: string, round: number): Promise<number> {
  return transaction(async (tx) => {
    const going = await tx.query<{ runId: string }>(
      `SELECT run_id AS "runId" FROM detail_passes WHERE id = $1 AND round = $2 AND status = 'running' FOR UPDATE`,
      [passId, round],
    );
    const [pass] = going.rows;
    if (!pass) return 0;
    await closeAbandoned(tx, pass.runId);
    await giveBackNumbers(tx, passId);
    const { rows } = await tx.query<{ open: number; dueInMs: number }>(
      `SELECT count(*)::int AS open,
         coalesce(extract(epoch FROM min(next_poll_at) FILTER (WHERE state = 'requested') - now())
           * 1000, 0)::float8 * (count(*) FILTER (WHERE state <> 'requested') = 0)::int AS "dueInMs"
       FROM number_details
       WHERE pass_id = $1 AND state IN ('wanted', 'requesting', 'requested')`,
      [passId],
    );
    const { open = 0, dueInMs = 0 } = rows[0] ?? {};
    const pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, dueInMs));
    if (open > 0) return Math.ceil(pauseMs);
    await tx.query(`UPDATE detail_passes SET status = 'done', finished_at = now() WHERE id = $1`, [
      passId,
    ]);
    return 0;
  });
}
