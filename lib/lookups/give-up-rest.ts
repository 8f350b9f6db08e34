import type { PoolClient } from "pg";
import { atomically } from "@/lib/db/atomically";
import type { Failure } from "@/lib/kaleyra/failures";
import { MAX_PROBES } from "./backoff";
import { PROBED_IN_VAIN } from "./breaker";
import type { ClaimedBatch, Lane } from "./claim-batch";
import { giveUpOn } from "./finish-batch";
import { WAS_SERVED } from "./ledger";

/**
 * Gives up on the last numbers of a run, when it is they that Kaleyra fails on and not Kaleyra that
 * is down: the run was served, few single numbers are left, each was tried, and `MAX_PROBES` probes
 * of them failed one after the other. Each by itself would take as many, and the run be paused
 * before it ends (decision 12).
 *
 * @param probe the last of those probes, which failed
 * @returns whether it did, and has settled the probe
 */
export function giveUpRest(
  lane: Lane,
  accountId: string,
  probe: ClaimedBatch,
  failure: Failure,
): Promise<boolean> {
  const { runId } = lane;
  return atomically(async (tx) => {
    const left = await leftInVain(tx, runId, accountId);
    if (left.length === 0) return false;
    const { rows: contacts } = await tx.query<{ line: number; country: string }>(
      `SELECT line, country FROM contacts WHERE run_id = $1 AND line = ANY($2)`,
      [runId, left.map(({ line }) => line)],
    );
    const nos = left.map(({ no }) => no);
    await giveUpOn(tx, lane, { nos, contacts }, probe.callId, failure);
    return true;
  });
}

/** The batches that are left of a run, if all of that holds for them; none otherwise. */
async function leftInVain(
  tx: PoolClient,
  runId: string,
  accountId: string,
): Promise<{ no: number; line: number }[]> {
  const { rows: left } = await tx.query<{ no: number; line: number; isTried: boolean }>(
    `SELECT b.no, b.first_line AS line, b.kind = 'single' AND b.attempts > 0 AS "isTried"
     FROM batches b JOIN account_gates g ON g.account_id = $2
     WHERE b.run_id = $1 AND b.state <> 'done' AND g.failures >= ${PROBED_IN_VAIN}
       AND ${WAS_SERVED}
     ORDER BY b.no LIMIT ${MAX_PROBES + 1} FOR UPDATE OF b`,
    [runId, accountId],
  );
  return left.length <= MAX_PROBES && left.every(({ isTried }) => isTried) ? left : [];
}
