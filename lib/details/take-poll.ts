import type { PoolClient } from "pg";
import type { DetailsLane } from "./details-lane";

/** Longer than a call can last: until then nobody else fetches the number that a lane has taken. */
const LEASE = "1 minute";

/** A number whose details are to be fetched. */
export interface PollRow {
  line: number;
  e164: string;
  lookupId: string;
  /** How often its details were not ready. */
  polls: number;
  /** Attempts since the last that did not fail, this one counted. */
  attempts: number;
}

/** Takes the number whose details are due for longest; for a probe any, least tried first. */
export async function takePoll(
  tx: PoolClient,
  { passId, id }: DetailsLane,
  isProbe: boolean,
): Promise<PollRow | undefined> {
  const { rows } = await tx.query<PollRow>(
    `UPDATE number_details d SET next_poll_at = now() + interval '${LEASE}', lane = $2,
       attempts = attempts + 1
     FROM contacts c
     WHERE (d.run_id, d.line) = (
       SELECT run_id, line FROM number_details
       WHERE pass_id = $1 AND state = 'requested' ${isProbe ? "" : "AND next_poll_at <= now()"}
       ORDER BY ${isProbe ? "attempts," : ""} next_poll_at, line LIMIT 1 FOR UPDATE SKIP LOCKED)
       AND c.run_id = d.run_id AND c.line = d.line
     RETURNING d.line, c.e164, d.lookup_id AS "lookupId", d.polls, d.attempts`,
    [passId, id],
  );
  return rows[0];
}

/** Lets the number that a lane was fetching when its process died be fetched at once. */
export async function giveBackPoll(tx: PoolClient, { passId, id }: DetailsLane): Promise<void> {
  await tx.query(
    `UPDATE number_details SET next_poll_at = now(), lane = NULL
     WHERE pass_id = $1 AND state = 'requested' AND lane = $2`,
    [passId, id],
  );
}
