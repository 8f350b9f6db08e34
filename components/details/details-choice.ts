import type { ContactSegment } from "@/lib/api/details";
import type { ContactFilter } from "@/lib/api/results";

/** The contacts whose number details are to be looked up. */
export interface DetailsChoice {
  segment: ContactSegment;
  filter: ContactFilter;
}

/**
 * What the filter of the contacts stands for: an outcome that is a segment becomes that segment.
 * Without any filter it is the reachable contacts: those are the ones a message goes to.
 */
export function choiceOf(filter: ContactFilter): DetailsChoice {
  const { outcome, ...rest } = filter;
  if (outcome === "rcs" || outcome === "not_rcs" || outcome === "rejected") {
    return { segment: outcome, filter: rest };
  }
  return { segment: Object.keys(filter).length > 0 ? "all" : "rcs", filter };
}
