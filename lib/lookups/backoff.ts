/** After this many attempts a call has failed for good. */
export const MAX_ATTEMPTS = 5;
const BASE_MS = 500;
const CAP_MS = 30_000;

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
