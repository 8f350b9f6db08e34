import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

const ending = new AbortController();
// Each lane that waits listens to it.
setMaxListeners(0, ending.signal);

/** Aborted when this process is about to end: nothing is waited for any longer. */
export const drainSignal = ending.signal;

const inFlight = new Set<Promise<unknown>>();

/**
 * Does a step's work, unless this process is about to end: then the step never comes back, and
 * whoever recovers its workflow makes it.
 */
export async function unlessDraining<T>(work: () => Promise<T>): Promise<T> {
  if (isDraining()) return new Promise<never>(() => {});
  const going = work();
  inFlight.add(going);
  try {
    return await going;
  } finally {
    inFlight.delete(going);
  }
}

/** Whether this process is about to end; a step that is under way then comes to its end. */
export const isDraining = () => drainSignal.aborted;

/**
 * Takes no more work and waits for what is in flight; a call ends by its own deadline. After
 * `withinMs` the rest is cut off: whoever takes it up finds it in the ledger as possibly billed.
 *
 * @returns whether all came to its end
 */
export async function drain(withinMs: number): Promise<boolean> {
  ending.abort();
  const limit = new AbortController();
  const ended = await Promise.race([
    Promise.allSettled(inFlight).then(() => true),
    sleep(withinMs, false, { signal: limit.signal }).catch(() => false),
  ]);
  limit.abort();
  return ended;
}
