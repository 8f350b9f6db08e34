import type { RetryAfter } from "./fault-settings";

/** A `Retry-After` as it is sent, and when it is over. */
export interface GivenRetryAfter {
  header: string;
  /** Milliseconds from now. */
  overInMs: number;
}

/**
 * Forms a `Retry-After`; null when none is wanted. A date has whole seconds: it is rounded up.
 *
 * @param now milliseconds since 1970
 * @see RFC 9110, section 10.2.3
 */
export function giveRetryAfter(
  { retryAfter, retryAfterAs }: RetryAfter,
  now: number,
): GivenRetryAfter | null {
  if (retryAfter === null || retryAfterAs === "none") return null;
  if (retryAfterAs === "seconds") {
    return { header: String(retryAfter), overInMs: retryAfter * 1000 };
  }
  const until = Math.ceil(now / 1000 + retryAfter) * 1000;
  return { header: new Date(until).toUTCString(), overInMs: until - now };
}
