import { transaction } from "@/lib/db/pool";

/** A call that has been open for longer than this belongs to a process that is gone. */
const ABANDONED = "2 minutes";

/**
 * Ends a run when nothing is left to ask. Batches that an earlier round's lane holds without a
 * call under way are given back.
 *
 * @returns how many batches are still open; 0 also when this round is over for another reason
 */
export function settleRun(runId: string, round: number): Promise<number> {
  return transaction(async (tx) => {
    const { rows } = await tx.query(
      `SELECT 1 FROM runs WHERE id = $1 AND round = $2 AND status = 'running' FOR UPDATE`,
      [runId, round],
    );
    if (rows.length === 0) return 0;
    await tx.query(
      `UPDATE batches b SET state = 'pending', lane = NULL
       WHERE run_id = $1 AND state = 'in_flight' AND NOT EXISTS (
         SELECT 1 FROM lookup_calls c WHERE c.run_id = $1 AND c.lane = b.lane
           AND c.result IS NULL AND c.started_at > now() - $2::interval)`,
      [runId, ABANDONED],
    );
    const open = await tx.query<{ count: number }>(
      `SELECT count(*)::int FROM batches WHERE run_id = $1 AND state <> 'done'`,
      [runId],
    );
    const left = open.rows[0]?.count ?? 0;
    if (left === 0) {
      await tx.query(`UPDATE runs SET status = 'done', finished_at = now() WHERE id = $1`, [runId]);
    }
    return left;
  });
}
