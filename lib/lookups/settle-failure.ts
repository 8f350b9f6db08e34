import { type Failure, failurePolicy } from "@/lib/kaleyra/failures";
import { backoffMs, MAX_ATTEMPTS } from "./backoff";
import type { ClaimedBatch, Lane } from "./claim-batch";
import {
  giveUp,
  keepForRetry,
  noteHealth,
  pauseFor,
  splitIntoSingles,
  switchBulkPath,
} from "./finish-batch";
import { holdAccount } from "./gate";
import type { LaneStep } from "./work-lane";

/** The policy for a failed attempt: pause, split, switch the path, try again, or give up. */
export async function settleFailure(
  lane: Lane,
  accountId: string,
  batch: ClaimedBatch,
  failure: Failure,
): Promise<LaneStep> {
  const policy = failurePolicy(failure.kind);
  await noteHealth(accountId, batch, failure);
  if (policy.pauses) {
    await pauseFor(lane, batch, failure);
    return { next: "end" };
  }
  if (batch.isProbe) {
    // A probe decides nothing about its contact, whose turn comes with its batch.
    await keepForRetry(batch, failure);
    return { next: "wait", ms: 0 };
  }
  if (failure.kind === "too_few_numbers" && batch.kind === "bulk") {
    await splitIntoSingles(lane, batch, failure);
    return { next: "batch" };
  }
  if (failure.kind === "not_found" && batch.kind === "bulk" && batch.path === "bulk") {
    await switchBulkPath(accountId, batch, failure);
    // The batch is still held: the next step takes it by the other path.
    return { next: "wait", ms: 0 };
  }
  if (!policy.retry || batch.attempt >= MAX_ATTEMPTS) {
    await giveUp(lane, batch, failure);
    return { next: "batch" };
  }
  await keepForRetry(batch, failure);
  const ms = failure.retryAfterMs ?? backoffMs(batch.attempt);
  if (failure.kind === "throttled") await holdAccount(accountId, ms);
  return { next: "wait", ms };
}
