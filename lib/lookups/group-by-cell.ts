import { stripeOf } from "@/lib/segments/stripes";
import type { ContactOutcome } from "./contact-outcome";

/** A cell of the breakdown, with the lines of contacts that came into it. */
export interface CellOfLines {
  outcome: ContactOutcome["outcome"];
  country: string;
  /** Empty where Kaleyra gave none; the status likewise. */
  carrier: string;
  carrierStatus: string;
  contacts: number;
  /** Sorted, by stripe. */
  stripes: { stripe: number; lines: number[] }[];
}

/**
 * Groups outcomes by cell and stripe, both sorted: whoever writes to rows of several cells does so
 * in this order, so that none blocks another.
 */
export function groupByCell(outcomes: readonly ContactOutcome[]): CellOfLines[] {
  const cells = new Map<string, { cell: CellOfLines; last: { stripe: number; lines: number[] } }>();
  for (const one of [...outcomes].sort((a, b) => a.line - b.line)) {
    const { line, outcome, country } = one;
    const [carrier, carrierStatus] = [one.carrier ?? "", one.carrierStatus ?? ""];
    const key = `${outcome}\n${country}\n${carrier}\n${carrierStatus}`;
    const stripe = stripeOf(line);
    const known = cells.get(key);
    if (known?.last.stripe === stripe) {
      known.cell.contacts += 1;
      known.last.lines.push(line);
      continue;
    }
    const last = { stripe, lines: [line] };
    if (known) {
      known.cell.contacts += 1;
      known.cell.stripes.push(last);
      known.last = last;
    } else {
      const cell = { outcome, country, carrier, carrierStatus, contacts: 1, stripes: [last] };
      cells.set(key, { cell, last });
    }
  }
  return [...cells].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, { cell }]) => cell);
}
