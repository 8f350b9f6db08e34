import { pool } from "@/lib/db/pool";
import type { Planned } from "@/lib/lookups/lane-job";
import { IS_GOING } from "@/lib/lookups/work";

/**
 * Marks a pass as running. Its numbers were written when it was started.
 *
 * @returns null when it was paused, cancelled, deleted or resumed in the meantime
 */
export async function planDetails(passId: string, round: number): Promise<Planned | null> {
  const { rows } = await pool().query<{ accountId: string; callsAtOnce: number; open: number }>(
    `UPDATE detail_passes p SET status = 'running', status_reason = NULL
     FROM runs r, accounts a
     WHERE p.id = $1 AND p.round = $2 AND p.${IS_GOING}
       AND r.id = p.run_id AND a.id = r.account_id
     RETURNING a.id AS "accountId", a.calls_at_once AS "callsAtOnce",
       (SELECT count(*)::int FROM number_details d
        WHERE d.pass_id = p.id AND d.state IN ('wanted', 'requesting', 'requested')) AS open`,
    [passId, round],
  );
  const [pass] = rows;
  return pass ? { accountId: pass.accountId, lanes: Math.min(pass.callsAtOnce, pass.open) } : null;
}
