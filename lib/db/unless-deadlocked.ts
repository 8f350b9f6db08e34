import pRetry from "p-retry";
import { codeOf } from "./code-of";

/** PostgreSQL, "Error Codes": deadlock_detected. */
export const isDeadlock = (error: unknown) => codeOf(error) === "40P01";

/**
 * Does a piece of database work again when PostgreSQL ended it to break a deadlock. The work must be
 * one transaction.
 *
 * @param work is told which attempt it is, from 1
 */
export function unlessDeadlocked<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  return pRetry(work, {
    retries: 5,
    minTimeout: 50,
    randomize: true,
    shouldRetry: ({ error }) => isDeadlock(error),
  });
}
