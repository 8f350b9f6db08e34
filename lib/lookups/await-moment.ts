import { setTimeout as sleep } from "node:timers/promises";
import { drainSignal } from "./drain";
import { type AccountWithLimit, type Moment, reserveCall } from "./gate";
import { orWithdraw } from "./or-withdraw";

/** A call that comes later than this after its moment may crowd those after it. */
const LATE_MS = 40;
/** A machine that is always late must not keep its calls back for ever. */
const MOST_MOMENTS = 10;

interface Timing {
  /** Asked after each wait. */
  isStillGranted: () => Promise<boolean>;
  /** As of `reserveCall`. */
  withinMs?: number;
  /** What has been reserved for the call already; null: there was no moment soon. */
  first?: Moment | null;
}

/**
 * Waits for the moment of a call, and for another one when it was missed: busy processes are late,
 * and two calls that come together are what the account's budget is to prevent.
 *
 * @returns whether the call may be made: not when its moment is far away, nor when this process is
 * about to end while it waits
 */
export async function awaitMoment(
  account: AccountWithLimit,
  { isStillGranted, withinMs, first }: Timing,
): Promise<boolean> {
  let moment = first === undefined ? await reserveCall(account, withinMs) : first;
  for (let tried = 1; moment; tried++) {
    const waitMs = moment.latest - performance.now();
    if (waitMs > 0) {
      const hasWaited = await sleepUnlessDraining(waitMs);
      if (!hasWaited || !(await isStillGranted())) return false;
    }
    const isLate = performance.now() - moment.earliest > LATE_MS;
    if (!isLate || tried === MOST_MOMENTS) return true;
    moment = await reserveCall(account, withinMs);
  }
  return false;
}

const sleepUnlessDraining = (ms: number) =>
  sleep(ms, true, { signal: drainSignal }).catch(() => false);

/**
 * As `awaitMoment`, for a call that stands in the ledger already: `withdraw` takes it back when it
 * is not made, also when the moment can't be reserved: it would count as possibly billed.
 */
export async function awaitMomentOr(
  withdraw: () => Promise<void>,
  ...moment: Parameters<typeof awaitMoment>
): Promise<boolean> {
  const isGranted = await orWithdraw(withdraw, awaitMoment(...moment));
  if (!isGranted) await withdraw();
  return isGranted;
}
