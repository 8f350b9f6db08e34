import type { RunView } from "@/lib/api/runs";
import { pool } from "@/lib/db/pool";

interface GateRow {
  open_since: Date | null;
  probe_at: Date | null;
  /** When the account's next call may be made, if that is more than a moment away. */
  held_until: Date | null;
}

/** Less than this is the account's own spacing of calls, not a hold. */
const NOTICEABLE = "2 seconds";

/** Why an account's runs make no calls just now: Kaleyra is down, or asked to slow down. */
export async function runWaiting(accountId: string): Promise<RunView["waiting"]> {
  const { rows } = await pool().query<GateRow>(
    `SELECT open_since, probe_at,
       CASE WHEN next_at > now() + $2::interval THEN next_at END AS held_until
     FROM account_gates WHERE account_id = $1`,
    [accountId, NOTICEABLE],
  );
  const { open_since: since, probe_at: probeAt, held_until: heldUntil } = rows[0] ?? {};
  if (since && probeAt) {
    const until = probeAt.toISOString();
    return { reason: "kaleyra_down", since: since.toISOString(), until };
  }
  return heldUntil ? { reason: "throttled", since: null, until: heldUntil.toISOString() } : null;
}
