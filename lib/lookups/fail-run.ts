import { pool } from "@/lib/db/pool";

/** The reason of a run that stopped because of a defect of ours. */
export const INTERNAL_REASON = "internal";

/** Stops a run whose lanes all broke. What is known stays; it can be resumed. */
export async function failRun(runId: string, round: number): Promise<void> {
  await pool().query(
    `UPDATE runs SET status = 'failed', status_reason = $3
     WHERE id = $1 AND round = $2 AND status IN ('queued', 'running')`,
    [runId, round, INTERNAL_REASON],
  );
}
