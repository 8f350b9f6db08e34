import type { ContactView, DuplicateView } from "@/lib/api/results";
import { maskNumber, maskNumbersIn } from "@/lib/kaleyra/mask";

/** What stands in the place of a cell that may hold anything. */
export const HIDDEN_CELL = "••••";

/** A contact as a viewer sees it: what became of it, and not whose number it is. */
export function contactForViewers(contact: ContactView): ContactView {
  const { number, kept, failure, details } = contact;
  return {
    ...contact,
    number: maskNumber(number),
    kept: kept.map((cell) => (cell === "" ? "" : HIDDEN_CELL)),
    failure: failure && maskNumbersIn(failure),
    // What no document names may be the number itself.
    details: details && { ...details, other: {} },
  };
}

/** A row whose number stands on another line, as a viewer sees it. */
export function duplicateForViewers(duplicate: DuplicateView): DuplicateView {
  return { ...duplicate, number: maskNumber(duplicate.number), cell: HIDDEN_CELL };
}
