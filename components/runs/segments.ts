import type { BreakdownView, ContactFilter, SegmentName } from "@/lib/api/results";
import type { RunView } from "@/lib/api/runs";
import { SEGMENT_OUTCOMES } from "@/lib/segments/segment-outcomes";
import { countContacts } from "./count-contacts";

export interface SegmentLook {
  segment: SegmentName;
  label: string;
  note?: string;
}

/** What can be taken away, in the order of the menu. */
export const SEGMENTS: readonly SegmentLook[] = [
  { segment: "rcs", label: "Reachable on RCS" },
  { segment: "not_rcs", label: "Not on RCS" },
  { segment: "retry", label: "To retry", note: "No answer, or the lookup failed" },
  { segment: "rejected", label: "Rejected by Kaleyra" },
  { segment: "all", label: "All contacts", note: "Each with its outcome" },
  { segment: "invalid", label: "Invalid rows", note: "With line, cell and reason" },
  { segment: "duplicates", label: "Duplicate rows", note: "With the line that was kept" },
];

/** Whether the filters of the contacts apply to a segment: rows that are no contact have none. */
export function isOfContacts(
  segment: SegmentName,
): segment is Exclude<SegmentName, "invalid" | "duplicates"> {
  return segment !== "invalid" && segment !== "duplicates";
}

/** Rows in a segment under the filter; null when only the server could tell. */
export function countSegment(
  segment: SegmentName,
  run: RunView,
  cells: BreakdownView["cells"],
  filter: ContactFilter,
): number | null {
  if (segment === "invalid") return run.counts.invalid;
  if (segment === "duplicates") return run.counts.duplicates;
  // A run that was never started has contacts, but nothing to break down.
  if (cells.length === 0 && segment === "all" && Object.keys(filter).length === 0) {
    return run.counts.unique;
  }
  return countContacts(cells, filter, SEGMENT_OUTCOMES[segment]);
}
