import type { ReachRow } from "./reach-row";

/** What a bar of contacts is cut into, from the left. */
const PARTS = [
  {
    label: "Reachable on RCS",
    fill: "var(--color-reach)",
    countOf: (row: ReachRow) => row.reachable,
  },
  {
    label: "Not on RCS",
    fill: "var(--color-not-rcs)",
    countOf: (row: ReachRow) => row.notReachable,
  },
  {
    label: "Without an answer",
    fill: "var(--color-pending)",
    countOf: (row: ReachRow) => row.contacts - row.reachable - row.notReachable,
  },
];

/** The parts of a bar; those without contacts are left out. */
export function partsOf(row: ReachRow) {
  return PARTS.map(({ label, fill, countOf }) => ({ label, fill, count: countOf(row) })).filter(
    ({ count }) => count > 0,
  );
}

/** What the colours of the bars mean; contacts without an answer only where there are any. */
export function legendOf(rows: readonly ReachRow[]) {
  return PARTS.filter((part, index) => index < 2 || rows.some((row) => part.countOf(row) > 0));
}

/** A row that exists can be seen, however small it is beside the largest one. Pixels. */
export const LEAST_WIDTH = 3;
