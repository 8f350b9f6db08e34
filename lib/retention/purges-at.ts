import { pool } from "@/lib/db/pool";
import { ENDED_AT, HAS_ENDED } from "./ended";

/** When a run's contacts will be deleted; null while it goes or is paused, and when they are gone. */
export async function purgesAt(runId: string): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date }>(
    `SELECT ${ENDED_AT} + make_interval(days => a.retention_days) AS at
     FROM runs r JOIN accounts a ON a.id = r.account_id
     WHERE r.id = $1 AND r.purged_at IS NULL AND ${HAS_ENDED}`,
    [runId],
  );
  return rows[0]?.at ?? null;
}
