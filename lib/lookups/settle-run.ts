import { transaction } from "@/lib/db/pool";
import { closeAbandoned, hasOpenCall } from "./ledger";
import { IS_SPENT } from "./take-batch";
import { INTERNAL_REASON, stopWork } from "./work";

/** Pause before another wave of lanes, when batches are held by lanes of an earlier round. */
const WAVE_PAUSE_MS = 1_000;

/**
 * Ends a run when nothing is left to ask. Batches that an earlier round's lane holds without a
 * call under way are given back. That has an end, at which the run fails: each time, their numbers
 * may be paid for.
 *
 * @returns milliseconds until another wave of lanes is worth starting; 0: this round is over
 */
export function settleRun(runId: string, round: number): Promise<number> {
  return transaction(async (tx) => {
    const { rows } = await tx.query(
      `SELECT 1 FROM runs WHERE id = $1 AND round = $2 AND status = 'running' FOR UPDATE`,
      [runId, round],
    );
    if (rows.length === 0) return 0;
    await closeAbandoned(tx, runId);
    const givenBack = await tx.query<{ isSpent: boolean }>(
      `UPDATE batches b SET state = 'pending', lane = NULL
       WHERE run_id = $1 AND state <> 'done' AND lane IS NOT NULL AND NOT ${hasOpenCall("b")}
       RETURNING ${IS_SPENT} AS "isSpent"`,
      [runId],
    );
    if (givenBack.rows.some(({ isSpent }) => isSpent)) {
      await stopWork(tx, { table: "runs", id: runId, round }, "failed", INTERNAL_REASON);
      return 0;
    }
    const open = await tx.query<{ count: number }>(
      `SELECT count(*)::int FROM batches WHERE run_id = $1 AND state <> 'done'`,
      [runId],
    );
    const left = open.rows[0]?.count ?? 0;
    if (left === 0) {
      await tx.query(`UPDATE runs SET status = 'done', finished_at = now() WHERE id = $1`, [runId]);
    }
    return left === 0 ? 0 : WAVE_PAUSE_MS;
  });
}
