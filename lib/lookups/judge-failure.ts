import { type Failure, failurePolicy } from "@/lib/kaleyra/failures";
import { backoffMs, MAX_ATTEMPTS } from "./backoff";

/** What is done about a failed attempt. */
export type Judgement =
  /** Every further call would fail like this one. */
  { next: "pause" } | { next: "retry"; ms: number } | { next: "give_up" };

/** @param attempt how many attempts were made, from 1 */
export function judgeFailure(
  failure: Failure,
  attempt: number,
  maxAttempts = MAX_ATTEMPTS,
): Judgement {
  const policy = failurePolicy(failure.kind);
  if (policy.pauses) return { next: "pause" };
  if (!policy.retry || attempt >= maxAttempts) return { next: "give_up" };
  return { next: "retry", ms: failure.retryAfterMs ?? backoffMs(attempt) };
}
