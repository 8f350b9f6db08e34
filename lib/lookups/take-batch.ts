import type { PoolClient } from "pg";
import type { Lane } from "./claim-batch";

/** A batch as it was taken, this attempt counted. */
export interface BatchRow {
  no: number;
  kind: "bulk" | "single";
  state: "pending" | "in_flight";
  attempts: number;
}

export interface TakenBatch extends BatchRow {
  /** The contacts of the batch that have no outcome yet, by line. */
  pending: { line: number; e164: string }[];
}

/** Takes again what a lane holds: its last attempt failed, or its process died. */
export const takeHeld = (tx: PoolClient, lane: Lane) =>
  take(
    tx,
    lane,
    `UPDATE batches SET attempts = attempts + 1
     WHERE run_id = $1 AND no = (
       SELECT no FROM batches WHERE run_id = $1 AND state = 'in_flight' AND lane = $2
       ORDER BY no LIMIT 1)`,
  );

/** Takes the next batch that nobody has taken. */
export const takeFree = (tx: PoolClient, lane: Lane) =>
  take(
    tx,
    lane,
    `UPDATE batches SET state = 'in_flight', lane = $2, attempts = attempts + 1
     WHERE run_id = $1 AND no = (
       SELECT no FROM batches WHERE run_id = $1 AND state = 'pending'
       ORDER BY no LIMIT 1 FOR UPDATE SKIP LOCKED)`,
  );

/**
 * Picks a batch of which a probe asks one number. Rather one that nobody has taken, which stays so:
 * what the lane holds may itself be what Kaleyra fails on. When it is all that is left, a single
 * number counts its probes, see `MAX_PROBES`.
 */
export const takeForProbe = (tx: PoolClient, lane: Lane) =>
  take(
    tx,
    lane,
    `UPDATE batches SET attempts = attempts + (state = 'in_flight' AND kind = 'single')::int
     WHERE run_id = $1 AND no = (
       SELECT no FROM batches
       WHERE run_id = $1 AND (state = 'pending' OR (state = 'in_flight' AND lane = $2))
       ORDER BY state = 'in_flight', random() LIMIT 1)`,
  );

/** Takes a batch by a statement that updates it, and reads what it has left to ask. */
async function take(tx: PoolClient, lane: Lane, update: string): Promise<TakenBatch | undefined> {
  // One trip to the database, and two texts in the place of five hundred rows.
  const { rows } = await tx.query<BatchRow & { lines: string | null; numbers: string | null }>(
    `WITH taken AS (${update} RETURNING *)
     SELECT taken.no, taken.kind, taken.state, taken.attempts, pending.* FROM taken, LATERAL (
       SELECT string_agg(line::text, ' ' ORDER BY line) AS lines,
         string_agg(e164, ' ' ORDER BY line) AS numbers
       FROM contacts
       WHERE run_id = $1 AND line BETWEEN taken.first_line AND taken.last_line
         AND outcome = 'pending' AND (taken.country IS NULL OR country = taken.country)
     ) pending`,
    [lane.runId, lane.id],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { lines, numbers, ...batch } = row;
  const e164s = numbers?.split(" ") ?? [];
  const pending = lines
    ?.split(" ")
    .map((line, at) => ({ line: Number(line), e164: e164s[at] ?? "" }));
  return { ...batch, pending: pending ?? [] };
}

/** Whether a probe that picked this batch took one of its attempts. */
export const countsProbes = ({ state, kind }: BatchRow) =>
  state === "in_flight" && kind === "single";

/** Closes batches that have nothing left to ask. */
export async function closeBatches(tx: PoolClient, runId: string, nos: number[]): Promise<void> {
  await tx.query(
    "UPDATE batches SET state = 'done', lane = NULL WHERE run_id = $1 AND no = ANY($2)",
    [runId, nos],
  );
}
