import type { PoolClient } from "pg";
import { MAX_ATTEMPTS, MAX_PROBES } from "@/lib/lookups/backoff";
import { hasOpenCall } from "@/lib/lookups/ledger";
import { INTERNAL_REASON } from "@/lib/lookups/work";

/**
 * Gives back numbers that a lane holds without a call under way, since its process died or their
 * answer could not be stored. That has an end: each time, the number may be paid for.
 */
export async function giveBackNumbers(tx: PoolClient, passId: string): Promise<void> {
  await tx.query(
    `UPDATE number_details d SET lane = NULL,
       state = CASE WHEN attempts >= $2 THEN 'failed' ELSE 'wanted' END::"DetailState",
       failure = CASE WHEN attempts >= $2 THEN $3 END
     WHERE pass_id = $1 AND state = 'requesting' AND NOT ${hasOpenCall("d")}`,
    [passId, MAX_ATTEMPTS, INTERNAL_REASON],
  );
  await tx.query(
    `UPDATE number_details SET lane = NULL, next_poll_at = NULL, state = 'failed', failure = $3
     WHERE pass_id = $1 AND state = 'requested' AND attempts > $2`,
    [passId, MAX_PROBES, INTERNAL_REASON],
  );
}
