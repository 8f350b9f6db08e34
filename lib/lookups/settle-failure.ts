import { pool } from "@/lib/db/pool";
import type { Failure } from "@/lib/kaleyra/failures";
import { MAX_PROBES } from "./backoff";
import type { ClaimedBatch, Lane } from "./claim-batch";
import { giveUp, keepForRetry, pauseFor, splitIntoSingles, switchBulkPath } from "./finish-batch";
import { giveUpRest } from "./give-up-rest";
import { judgeFailure } from "./judge-failure";
import { WAS_SERVED } from "./ledger";
import { noteFailure } from "./note-failure";
import type { LaneStep } from "./work-lane";

/** The policy for a failed attempt: pause, split, switch the path, try again, or give up. */
export async function settleFailure(
  lane: Lane,
  accountId: string,
  batch: ClaimedBatch,
  failure: Failure,
): Promise<LaneStep> {
  const { isProbe, attempt } = batch;
  await noteFailure(accountId, failure, { isProbe, upstream: "rcs" });
  const verdict = judgeFailure(failure, attempt);
  if (verdict.next === "pause") return pause(lane, batch, failure);
  if (isProbe) {
    if (attempt >= MAX_PROBES && verdict.next !== "retry") {
      await giveUp(lane, batch, failure);
      return { next: "batch" };
    }
    if (await giveUpRest(lane, accountId, batch, failure)) return { next: "batch" };
    // Otherwise a probe decides nothing about its contact, whose turn comes with its batch.
    await keepForRetry(lane, batch, failure, { isAttempt: failure.kind !== "throttled" });
    return { next: "wait", ms: 0 };
  }
  if (batch.kind === "bulk" && dislikesSome(failure)) {
    await splitIntoSingles(lane, batch, failure);
    return { next: "batch" };
  }
  if (failure.kind === "not_found") {
    // Kaleyra documents it of the route alone, never of a number: each further call would get it.
    return batch.kind === "bulk"
      ? switchBulkPath(lane, accountId, batch, failure)
      : pause(lane, batch, failure);
  }
  if (batch.kind === "bulk" && (await isRefusedThroughout(lane, failure))) {
    return pause(lane, batch, failure);
  }
  if (verdict.next === "give_up") {
    await giveUp(lane, batch, failure);
    return { next: "batch" };
  }
  await keepForRetry(lane, batch, failure, verdict);
  return { next: "wait", ms: verdict.ms };
}

async function pause(lane: Lane, batch: ClaimedBatch, failure: Failure): Promise<LaneStep> {
  await pauseFor(lane, batch, failure);
  return { next: "end" };
}

/** Whether a bulk call was refused for some of its numbers: asked singly, the others are answered. */
function dislikesSome({ kind, message = "" }: Failure): boolean {
  // "All provided device addresses are invalid or empty."
  return kind === "too_few_numbers" || (kind === "invalid_number" && !/\ball\b/i.test(message));
}

/** So many bulk calls that were refused, and none that was ever served, are not the numbers' fault. */
const REFUSED_THROUGHOUT = 3;

/** Whether Kaleyra refuses each bulk call of a run, whatever it asks: further ones would fail alike. */
async function isRefusedThroughout({ runId }: Lane, { kind }: Failure): Promise<boolean> {
  if (kind !== "refused_request") return false;
  const { rows } = await pool().query<{ refused: boolean }>(
    `SELECT NOT ${WAS_SERVED}
       AND (SELECT count(*) FROM (
         SELECT 1 FROM lookup_calls WHERE run_id = $1 AND result = $2 LIMIT $3
       ) refused) >= $3 AS refused`,
    [runId, kind, REFUSED_THROUGHOUT - 1],
  );
  return rows[0]?.refused ?? false;
}
