import { type Failure, failurePolicy } from "@/lib/kaleyra/failures";
import { backoffMs, MAX_ATTEMPTS } from "./backoff";

/** What is done about a failed attempt. */
export type Judgement =
  /** Every further call would fail like this one. */
  | { next: "pause" }
  /** `isAttempt` false: the call was turned away, and takes none of the attempts that there are. */
  | { next: "retry"; ms: number; isAttempt: boolean }
  | { next: "give_up" };

/**
 * @param attempt how many attempts were made, from 1
 * @returns `ms`: how long this call waits; the account's gate may hold it for longer
 */
export function judgeFailure(
  { kind }: Failure,
  attempt: number,
  maxAttempts = MAX_ATTEMPTS,
): Judgement {
  const policy = failurePolicy(kind);
  if (policy.pauses) return { next: "pause" };
  if (kind === "throttled") return { next: "retry", ms: 0, isAttempt: false };
  if (!policy.retry || attempt >= maxAttempts) return { next: "give_up" };
  return { next: "retry", ms: backoffMs(attempt), isAttempt: true };
}
