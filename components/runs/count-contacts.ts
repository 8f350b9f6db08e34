import type { OutcomeName } from "@/lib/api/common";
import type { BreakdownView, ContactFilter } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";

type Cell = BreakdownView["cells"][number];

/**
 * How many contacts a filter lets through, from the breakdown. Null when it searches by number,
 * which the breakdown knows nothing of.
 *
 * @param outcomes only these, such as those of a segment; all of them when left out
 */
export function countContacts(
  cells: readonly Cell[],
  filter: ContactFilter,
  outcomes?: readonly OutcomeName[],
): number | null {
  if (filter.q) return null;
  return cells
    .filter(
      (cell) =>
        (!outcomes || outcomes.includes(cell.outcome)) &&
        (!filter.outcome || cell.outcome === filter.outcome) &&
        (!filter.country || cell.country === filter.country) &&
        matches(cell, cell.carrier, filter.carrier) &&
        matches(cell, cell.carrierStatus, filter.carrierStatus),
    )
    .reduce((sum, cell) => sum + cell.contacts, 0);
}

/** "Not provided" is said of answers only: what has no answer has no carrier to lack. */
function matches(cell: Cell, value: string | null, wanted: string | undefined): boolean {
  if (!wanted) return true;
  if (wanted !== NOT_PROVIDED) return value === wanted;
  return value === null && (cell.outcome === "rcs" || cell.outcome === "not_rcs");
}
