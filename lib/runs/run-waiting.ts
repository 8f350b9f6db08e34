import type { Waiting } from "@/lib/api/runs";
import { pool } from "@/lib/db/pool";
import { UPSTREAM_COLUMNS, type Upstream } from "@/lib/lookups/upstream";

interface GateRow {
  open_since: Date | null;
  probe_at: Date | null;
  throttled_since: Date | null;
  /** Until when Kaleyra wants no call, if that is not over. */
  held_until: Date | null;
}

/** Why an account makes no calls to an upstream just now: it is down, or asked to slow down. */
export async function runWaiting(accountId: string, upstream: Upstream = "rcs"): Promise<Waiting> {
  const { openSince, probeAt, throttledSince } = UPSTREAM_COLUMNS[upstream];
  const { rows } = await pool().query<GateRow>(
    `SELECT ${openSince} AS open_since, greatest(${probeAt}, held_until) AS probe_at,
       ${throttledSince} AS throttled_since,
       CASE WHEN held_until > now() THEN held_until END AS held_until
     FROM account_gates WHERE account_id = $1`,
    [accountId],
  );
  const gate = rows[0];
  if (gate?.open_since && gate.probe_at) {
    const until = gate.probe_at.toISOString();
    return { reason: "kaleyra_down", since: gate.open_since.toISOString(), until };
  }
  if (!gate?.held_until) return null;
  const since = gate.throttled_since?.toISOString() ?? null;
  return { reason: "throttled", since, until: gate.held_until.toISOString() };
}
