import type { ReachRow } from "./reach-row";

/** What a bar of contacts is cut into, from the left; parts without contacts are left out. */
export function partsOf(row: ReachRow) {
  const { contacts, reachable, notReachable } = row;
  return [
    { name: "reachable", count: reachable, fill: "var(--color-reach)" },
    { name: "not", count: notReachable, fill: "var(--color-not-rcs)" },
    { name: "others", count: contacts - reachable - notReachable, fill: "var(--color-pending)" },
  ].filter((part) => part.count > 0);
}

/** A row that exists can be seen, however small it is beside the largest one. Pixels. */
export const LEAST_WIDTH = 3;
