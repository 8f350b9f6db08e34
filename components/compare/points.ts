import { tenthsOfPercent } from "@/lib/format";

/** A part of a whole, in contacts. */
export interface Share {
  reachable: number;
  contacts: number;
}

/**
 * How a rate changed, in percentage points: `+3.2`, `−0.4`, `0`; the difference of the figures that
 * are shown. A change that exists is never rounded away: it is `under +0.1`. Null when one of the
 * rates does not exist.
 */
export function pointsBetween(before: Share, after: Share): string | null {
  if (before.contacts === 0 || after.contacts === 0) return null;
  const change = (after.reachable / after.contacts - before.reachable / before.contacts) * 100;
  const sign = change < 0 ? "−" : "+";
  // What floating point makes of two equal shares of different wholes.
  if (Math.abs(change) < 1e-9) return "0";
  const tenths = Math.abs(tenthsOf(after) - tenthsOf(before));
  return tenths === 0 ? `under ${sign}0.1` : `${sign}${(tenths / 10).toFixed(1)}`;
}

const tenthsOf = ({ reachable, contacts }: Share) => tenthsOfPercent(reachable, contacts);
