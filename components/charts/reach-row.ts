import { formatPercent } from "@/lib/format";

/** One bar of a reach chart: contacts with an answer that have something in common. */
export interface ReachRow {
  key: string;
  label: string;
  contacts: number;
  reachable: number;
  /** Set apart from the others, such as "Not provided". */
  isApart?: boolean;
}

export type ReachMeasure = "contacts" | "rate";

/** Share of the contacts that are reachable, in percent; 0 of none. */
export function rateOf({ reachable, contacts }: ReachRow): number {
  return contacts > 0 ? (reachable / contacts) * 100 : 0;
}

export function rateText({
  reachable,
  contacts,
}: Pick<ReachRow, "reachable" | "contacts">): string {
  return formatPercent(reachable, contacts);
}

/** The rows of a measure from the largest down; what is set apart stays at the end. */
export function sortRows(rows: readonly ReachRow[], measure: ReachMeasure): ReachRow[] {
  const size = (row: ReachRow) => (measure === "rate" ? rateOf(row) : row.contacts);
  return rows.toSorted(
    (a, b) =>
      Number(a.isApart ?? false) - Number(b.isApart ?? false) ||
      size(b) - size(a) ||
      b.contacts - a.contacts ||
      (a.label < b.label ? -1 : 1),
  );
}

/** The largest rows, and one for all the others together, so that a chart stays readable. */
export function limitRows(rows: readonly ReachRow[], most: number, noun: string): ReachRow[] {
  const apart = rows.filter((row) => row.isApart);
  const sorted = sortRows(
    rows.filter((row) => !row.isApart),
    "contacts",
  );
  if (sorted.length <= most) return [...sorted, ...apart];
  const rest = sorted.slice(most - 1);
  const sum = (count: (row: ReachRow) => number) =>
    rest.reduce((total, row) => total + count(row), 0);
  const other: ReachRow = {
    key: "other",
    label: `${rest.length} other ${noun}`,
    contacts: sum((row) => row.contacts),
    reachable: sum((row) => row.reachable),
    isApart: true,
  };
  return [...sorted.slice(0, most - 1), other, ...apart];
}
