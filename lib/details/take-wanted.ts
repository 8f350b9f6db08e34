import type { PoolClient } from "pg";
import { MAX_PROBES } from "@/lib/lookups/backoff";
import type { DetailsLane } from "./details-lane";
import { MAX_NUMBERS } from "./limits";

/** A number to be asked for. */
export interface WantedRow {
  line: number;
  e164: string;
  /** Attempts since the last that did not fail, this one counted. */
  attempts: number;
}

/** Takes numbers that this lane's last request held, as it failed or its process died; not for ever. */
export function takeHeld(
  tx: PoolClient,
  lane: DetailsLane,
  isProbe: boolean,
): Promise<WantedRow[]> {
  const held = `state = 'requesting' AND lane = $2 AND attempts < ${MAX_PROBES}`;
  return take(tx, lane, held, isProbe ? 1 : MAX_NUMBERS);
}

/**
 * Takes the next numbers that nobody has asked for: as many as a request may hold, or one that
 * Kaleyra refused among others. A probe takes one.
 */
export async function takeWanted(
  tx: PoolClient,
  lane: DetailsLane,
  isProbe: boolean,
): Promise<WantedRow[]> {
  // One lane at a time, or those that start at once would share out a small rest among them.
  await tx.query("SELECT 1 FROM detail_passes WHERE id = $1 FOR UPDATE", [lane.passId]);
  const wanted = (alone: boolean) => `state = 'wanted' AND alone = ${alone}`;
  const together = await take(tx, lane, wanted(false), isProbe ? 1 : MAX_NUMBERS);
  return together.length > 0 ? together : take(tx, lane, wanted(true), 1);
}

async function take(
  tx: PoolClient,
  { passId, id }: DetailsLane,
  which: string,
  count: number,
): Promise<WantedRow[]> {
  const { rows } = await tx.query<WantedRow>(
    `WITH taken AS (
       SELECT run_id, line FROM number_details WHERE pass_id = $1 AND ${which}
       ORDER BY next_poll_at, line LIMIT $3 FOR UPDATE SKIP LOCKED
     )
     UPDATE number_details d SET state = 'requesting', lane = $2, attempts = attempts + 1
     FROM taken t JOIN contacts c ON c.run_id = t.run_id AND c.line = t.line
     WHERE d.run_id = t.run_id AND d.line = t.line
     RETURNING d.line, c.e164, d.attempts`,
    [passId, id, count],
  );
  return rows.sort((one, other) => one.line - other.line);
}
