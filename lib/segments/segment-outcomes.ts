import type { OutcomeName } from "@/lib/api/common";
import type { SegmentName } from "@/lib/api/results";

/** Which outcomes a segment of contacts holds; undefined: all of them. */
export const SEGMENT_OUTCOMES: Record<
  Exclude<SegmentName, "invalid" | "duplicates">,
  readonly OutcomeName[] | undefined
> = {
  rcs: ["rcs"],
  not_rcs: ["not_rcs"],
  retry: ["no_answer", "failed"],
  rejected: ["rejected"],
  all: undefined,
};
