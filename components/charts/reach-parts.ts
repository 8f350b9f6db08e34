import { OUTCOMES } from "@/components/ui/outcomes";
import type { ReachRow } from "./reach-row";

/** What a bar of contacts is cut into, from the left, in the colours of the outcomes. */
const PARTS = [
  {
    label: OUTCOMES.rcs.label,
    fill: OUTCOMES.rcs.color,
    countOf: (row: ReachRow) => row.reachable,
  },
  {
    label: OUTCOMES.not_rcs.label,
    fill: OUTCOMES.not_rcs.color,
    countOf: (row: ReachRow) => row.contacts - row.reachable,
  },
];

/** What the colours of the bars mean. */
export const LEGEND: readonly { label: string; fill: string }[] = PARTS;

/** The parts of a bar; those without contacts are left out. */
export function partsOf(row: ReachRow) {
  return PARTS.map(({ label, fill, countOf }) => ({ label, fill, count: countOf(row) })).filter(
    ({ count }) => count > 0,
  );
}

/** A row that exists can be seen, however small it is beside the largest one. Pixels. */
export const LEAST_WIDTH = 3;
