import { setMaxListeners } from "node:events";

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

/** Takes no more work and waits for what is in flight; a call ends by its own deadline. */
export async function drain(): Promise<void> {
  ending.abort();
  await Promise.allSettled(inFlight);
}
