import { atomically } from "@/lib/db/atomically";
import type { Failure } from "@/lib/kaleyra/failures";
import { MAX_PROBES } from "@/lib/lookups/backoff";
import { PROBED_IN_VAIN } from "@/lib/lookups/breaker";
import { failCall } from "@/lib/lookups/ledger";
import type { PollCall } from "./claim-details";
import { type DetailsLane, POLLS_WERE_SERVED } from "./details-lane";

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
         WHERE pass_id = $2 AND state IN ('wanted', 'requesting', 'requested')
         ORDER BY line LIMIT ${MAX_PROBES + 1} FOR UPDATE
       )
       UPDATE number_details d
       SET state = 'failed', failure = $3, lane = NULL, next_poll_at = NULL
       FROM remaining r
       WHERE d.run_id = r.run_id AND d.line = r.line
         AND (SELECT count(*) <= ${MAX_PROBES} AND bool_and(is_tried) FROM remaining)
         AND (SELECT api_failures >= ${PROBED_IN_VAIN} FROM account_gates WHERE account_id = $4)
         AND ${POLLS_WERE_SERVED}`,
      [probe.runId, passId, failure.kind, probe.accountId],
    );
    if (!rowCount) return false;
    await failCall(tx, probe.callId, failure);
    return true;
  });
}
