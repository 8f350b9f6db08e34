import type { PoolClient } from "pg";
import type { Lane } from "./claim-batch";

/** A batch as it was taken, this attempt counted. */
export interface BatchRow {
  no: number;
  kind: "bulk" | "single";
  state: "pending" | "in_flight";
  country: string | null;
  first_line: number;
  last_line: number;
  attempts: number;
}

/** Takes again what a lane holds: its last attempt failed, or its process died. */
export async function takeHeld(tx: PoolClient, lane: Lane): Promise<BatchRow | undefined> {
  const { rows } = await tx.query<BatchRow>(
    `UPDATE batches SET attempts = attempts + 1
     WHERE run_id = $1 AND no = (
       SELECT no FROM batches WHERE run_id = $1 AND state = 'in_flight' AND lane = $2
       ORDER BY no LIMIT 1)
     RETURNING *`,
    [lane.runId, lane.id],
  );
  return rows[0];
}

/** Takes the next batch that nobody has taken. */
export async function takeFree(tx: PoolClient, lane: Lane): Promise<BatchRow | undefined> {
  const { rows } = await tx.query<BatchRow>(
    `UPDATE batches SET state = 'in_flight', lane = $2, attempts = attempts + 1
     WHERE run_id = $1 AND no = (
       SELECT no FROM batches WHERE run_id = $1 AND state = 'pending'
       ORDER BY no LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING *`,
    [lane.runId, lane.id],
  );
  return rows[0];
}

/**
 * Picks a batch of which a probe asks one number. Rather one that nobody has taken, which stays so:
 * what the lane holds may itself be what Kaleyra fails on. When it is all that is left, a single
 * number counts its probes, see `MAX_PROBES`.
 */
export async function takeForProbe(tx: PoolClient, lane: Lane): Promise<BatchRow | undefined> {
  const { rows } = await tx.query<BatchRow>(
    `UPDATE batches SET attempts = attempts + (state = 'in_flight' AND kind = 'single')::int
     WHERE run_id = $1 AND no = (
       SELECT no FROM batches
       WHERE run_id = $1 AND (state = 'pending' OR (state = 'in_flight' AND lane = $2))
       ORDER BY state = 'in_flight', random() LIMIT 1)
     RETURNING *`,
    [lane.runId, lane.id],
  );
  return rows[0];
}

/** Whether a probe that picked this batch took one of its attempts. */
export const countsProbes = ({ state, kind }: BatchRow) =>
  state === "in_flight" && kind === "single";

/** The contacts of a batch that have no outcome yet. */
export async function pendingContacts(tx: PoolClient, { runId }: Lane, batch: BatchRow) {
  const { rows } = await tx.query<{ line: number; e164: string }>(
    `SELECT line, e164 FROM contacts
     WHERE run_id = $1 AND line BETWEEN $2 AND $3 AND outcome = 'pending'
       AND ($4::text IS NULL OR country = $4)
     ORDER BY line`,
    [runId, batch.first_line, batch.last_line, batch.country],
  );
  return rows;
}

/** Closes a batch that has nothing left to ask. */
export async function closeBatch(
  tx: PoolClient,
  { runId }: Lane,
  { no }: Pick<BatchRow, "no">,
): Promise<void> {
  await tx.query("UPDATE batches SET state = 'done', lane = NULL WHERE run_id = $1 AND no = $2", [
    runId,
    no,
  ]);
}
