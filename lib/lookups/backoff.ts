/** After this many attempts a call has failed for good. */
export const MAX_ATTEMPTS = 5;
/**
 * While the breaker is open, probes of one and the same number may fail so often (for some
 * seventeen minutes) before it is given up; or a number that Kaleyra always fails on, left as the
 * last one, would keep its work going for ever.
 */
export const MAX_PROBES = 20;
const BASE_MS = 500;
const CAP_MS = 30_000;
/** A rate limit may last: the longest wait after a 429 that does not say when to come back. */
const THROTTLED_CAP_MS = 60_000;

/**
 * How long to wait before the next attempt, with full jitter: anything from nothing to a bound
 * that doubles (AWS Architecture Blog, "Exponential Backoff And Jitter").
 *
 * @param attempt how many attempts were made, from 1
 */
export function backoffMs(
  attempt: number,
  random: () => number = Math.random,
  capMs: number = CAP_MS,
): number {
  return Math.round(random() * Math.min(capMs, BASE_MS * 2 ** attempt));
}

/** How long an account waits after so many refusals in a row that name no time. */
export function throttledWaitMs(inARow: number, random?: () => number): number {
  return backoffMs(inARow, random, THROTTLED_CAP_MS);
}
