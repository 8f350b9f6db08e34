import { pool } from "@/lib/db/pool";
import { RESTS, RESTS_SINCE } from "./rests";

/** When a run's contacts will be deleted; null while it goes, and when they are gone. */
export async function purgesAt(runId: string): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date }>(
    `SELECT ${RESTS_SINCE} + make_interval(days => a.retention_days) AS at
     FROM runs r JOIN accounts a ON a.id = r.account_id
     WHERE r.id = $1 AND r.purged_at IS NULL AND ${RESTS}`,
    [runId],
  );
  return rows[0]?.at ?? null;
}
