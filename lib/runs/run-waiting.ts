import type { Waiting } from "@/lib/api/runs";
import { pool } from "@/lib/db/pool";
import { BREAKER_COLUMNS, type Upstream } from "@/lib/lookups/breaker";

interface GateRow {
  open_since: Date | null;
  probe_at: Date | null;
  /** When the account's next call may be made, if that is more than a moment away. */
  held_until: Date | null;
}

/** Less than this is the account's own spacing of calls, not a hold. */
const NOTICEABLE = "2 seconds";

/** Why an account makes no calls to an upstream just now: it is down, or asked to slow down. */
export async function runWaiting(accountId: string, upstream: Upstream = "rcs"): Promise<Waiting> {
  const { openSince, probeAt: nextProbe } = BREAKER_COLUMNS[upstream];
  const { rows } = await pool().query<GateRow>(
    `SELECT ${openSince} AS open_since, ${nextProbe} AS probe_at,
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
