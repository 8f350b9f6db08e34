import type { ClientBase } from "pg";

/**
 * What lanes work on: a run's lookups, or a pass over number details. Both tables have a status
 * with its reason, and a round; work of an older round stops.
 */
export interface Work {
  table: "runs" | "detail_passes";
  id: string;
  round: number;
}

/** SQL: work that makes calls, or is about to; the same as `isLive` of its status. */
export const IS_GOING = "status IN ('queued', 'running')";

/** The reason of work that stopped because of a defect of ours. */
export const INTERNAL_REASON = "internal";

/** Lets work make no more calls, unless something else ended it before. What is known stays. */
export async function stopWork(
  db: Pick<ClientBase, "query">,
  { table, id, round }: Work,
  status: "paused" | "failed",
  reason: string,
): Promise<void> {
  await db.query(
    `UPDATE ${table} SET status = $3::"RunStatus", status_reason = $4
     WHERE id = $1 AND round = $2 AND ${IS_GOING}`,
    [id, round, status, reason],
  );
}
