import pRetry from "p-retry";
import { isDatabaseAway } from "./is-database-away";
import { isDeadlock } from "./unless-deadlocked";

/**
 * Does a piece of database work, again and again while the database is away (for some ten
 * minutes) or ends it to break a deadlock: for an answer that was paid for and must not be lost. The
 * work must be one transaction.
 */
export function persistently<T>(work: () => Promise<T>): Promise<T> {
  return pRetry(work, {
    retries: 40,
    minTimeout: 200,
    maxTimeout: 15_000,
    randomize: true,
    shouldRetry: ({ error }) => isDatabaseAway(error) || isDeadlock(error),
  });
}
