import { atomically } from "@/lib/db/atomically";
import type { Failure } from "@/lib/kaleyra/failures";
import type { Operation } from "@/lib/kaleyra/operations";
import { MAX_PROBES } from "@/lib/lookups/backoff";
import { PROBED_IN_VAIN } from "@/lib/lookups/breaker";
import { failCall } from "@/lib/lookups/ledger";
import type { PollCall } from "./claim-details";
import type { DetailsLane } from "./details-lane";

/**
 * Gives up on the last lookup ids of a pass, when it is they that Kaleyra fails on and not Kaleyra
 * that is down: as `giveUpRest` of a run's last numbers. The ids stay, to be asked again for free.
 *
 * @param probe the last of the probes, which failed
 * @returns whether it did, and has settled the probe
 */
export function giveUpPolls(
  { passId }: DetailsLane,
  probe: PollCall,
  failure: Failure,
): Promise<boolean> {
  return atomically(async (tx) => {
    const { rowCount } = await tx.query(
      `WITH remaining AS (
         SELECT run_id, line, state = 'requested' AND attempts > 0 AS is_tried
         FROM number_details
         WHERE pass_id = $1 AND state IN ('wanted', 'requesting', 'requested')
         ORDER BY line LIMIT ${MAX_PROBES + 1} FOR UPDATE
       )
       UPDATE number_details d
       SET state = 'failed', failure = $2, lane = NULL, next_poll_at = NULL
       FROM remaining r
       WHERE d.run_id = r.run_id AND d.line = r.line
         AND (SELECT count(*) <= ${MAX_PROBES} AND bool_and(is_tried) FROM remaining)
         AND (SELECT api_failures >= ${PROBED_IN_VAIN} FROM account_gates WHERE account_id = $3)
         AND EXISTS (
           SELECT 1 FROM lookup_calls WHERE run_id = $4 AND detail_pass_id = $1
             AND operation = $5 AND result = 'ok')`,
      [
        passId,
        failure.kind,
        probe.accountId,
        probe.runId,
        "number_lookup_details" satisfies Operation,
      ],
    );
    if (!rowCount) return false;
    await failCall(tx, probe.callId, failure);
    return true;
  });
}
