import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "@/lib/db/pool";
import { drainSignal } from "./drain";
import { type Moment, reserveCall } from "./gate";

/** A call that comes later than this after its moment may crowd those after it. */
const LATE_MS = 40;
/** A machine that is always late must not keep its calls back for ever. */
const MOST_MOMENTS = 10;

/**
 * Waits for the moment of a call, and for another one when it was missed: busy processes are late,
 * and two calls that come together are what the account's budget is to prevent.
 *
 * @param reserved null: there was none soon
 * @param isStillGranted asked after each wait
 * @param withinMs as of `reserveCall`, for another moment
 * @returns whether the call may be made: not when its moment is far away, nor when this process is
 * about to end while it waits
 */
export async function awaitMoment(
  account: { id: string; callsPerSecond: number },
  reserved: Moment | null,
  isStillGranted: () => Promise<boolean>,
  withinMs?: number,
): Promise<boolean> {
  let moment = reserved;
  for (let tried = 1; moment; tried++) {
    const waitMs = moment.latest - performance.now();
    if (waitMs > 0) {
      const hasWaited = await sleepUnlessDraining(waitMs);
      if (!hasWaited || !(await isStillGranted())) return false;
    }
    const isLate = performance.now() - moment.earliest > LATE_MS;
    if (!isLate || tried === MOST_MOMENTS) return true;
    moment = await reserveCall(pool(), account, withinMs);
  }
  return false;
}

const sleepUnlessDraining = (ms: number) =>
  sleep(ms, true, { signal: drainSignal }).catch(() => false);
