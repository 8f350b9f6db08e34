let draining = false;
const inFlight = new Set<Promise<unknown>>();

/**
 * Does a step's work, unless this process is about to end: then the step never comes back, and
 * whoever recovers its workflow makes it.
 */
export async function unlessDraining<T>(work: () => Promise<T>): Promise<T> {
  if (draining) return new Promise<never>(() => {});
  const going = work();
  inFlight.add(going);
  try {
    return await going;
  } finally {
    inFlight.delete(going);
  }
}

/** Whether this process is about to end; a step that is under way then comes to its end. */
export const isDraining = () => draining;

/** Takes no more work and waits for what is in flight; a call ends by its own deadline. */
export async function drain(): Promise<void> {
  draining = true;
  await Promise.allSettled(inFlight);
}
