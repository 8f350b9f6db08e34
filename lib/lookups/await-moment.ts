import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "@/lib/db/pool";
import { type Moment, reserveCall } from "./gate";

/** A call that comes later than this after its moment may crowd those after it. */
const LATE_MS = 40;
/** A machine that is always late must not keep its calls back for ever. */
const MOST_MOMENTS = 10;

/**
 * Waits for the moment of a call, and for another one when it was missed: busy processes are late,
 * and two calls that come together are what the account's budget is to prevent.
 *
 * @param isStillGranted asked after each wait
 * @returns whether the call may be made
 */
export async function awaitMoment(
  account: { id: string; callsPerSecond: number },
  reserved: Moment,
  isStillGranted: () => Promise<boolean>,
): Promise<boolean> {
  let moment = reserved;
  for (let tried = 1; ; tried++) {
    const waitMs = moment.latest - performance.now();
    if (waitMs > 0) {
      await sleep(waitMs);
      if (!(await isStillGranted())) return false;
    }
    const isLate = performance.now() - moment.earliest > LATE_MS;
    if (!isLate || tried === MOST_MOMENTS) return true;
    moment = await reserveCall(pool(), account);
  }
}
