import { RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/errors";
import { limiter } from "./limiter";
import { LIMITS, type LimitName } from "./limits";

/**
 * Counts a try before it is made, so that many at once are no way around the limit.
 *
 * @throws AppError `throttled` with the wait, when there have been too many
 */
export async function tryOnce(name: LimitName, key: string): Promise<void> {
  try {
    await of(name).consume(key);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw throttled(reason.msBeforeNext);
    throw reason;
  }
}

/** Takes a try back: it turned out to be a right one. */
export async function giveBack(name: LimitName, key: string): Promise<void> {
  await of(name).reward(key);
}

/** Forgets all tries. */
export async function forgetTries(name: LimitName, key: string): Promise<void> {
  await of(name).delete(key);
}

const of = (name: LimitName) => limiter(name, LIMITS[name].points, LIMITS[name].seconds);

function throttled(milliseconds: number): AppError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return new AppError(
    "throttled",
    `Too many tries. Wait ${inWords(seconds)}, then try again.`,
    undefined,
    seconds,
  );
}

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
