import { formatPercent } from "@/lib/format";

/** One bar of a reach chart: contacts that have something in common. */
export interface ReachRow {
  key: string;
  label: string;
  contacts: number;
  /** Contacts that were looked up: what the RCS rate is a share of. */
  checked: number;
  reachable: number;
  notReachable: number;
  /** Set apart from the others, such as "Not provided". */
  isApart?: boolean;
}

export type ReachMeasure = "contacts" | "rate";

/** Share of the looked-up contacts that are reachable, in percent; 0 when none was looked up. */
export function rateOf({ reachable, checked }: ReachRow): number {
  return checked > 0 ? (reachable / checked) * 100 : 0;
}

export function rateText({ reachable, checked }: ReachRow): string {
  return formatPercent(reachable, checked);
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
    checked: sum((row) => row.checked),
    reachable: sum((row) => row.reachable),
    notReachable: sum((row) => row.notReachable),
    isApart: true,
  };
  return [...sorted.slice(0, most - 1), other, ...apart];
}
