import { formatNumber } from "@/lib/format";
import { type ReachRow, rateText } from "./reach-row";

/** A chart in words: "T-Mobile: 1,204 contacts, 78.3% reachable; …". */
export function describeRows(rows: readonly ReachRow[]): string {
  return rows
    .map(
      (row) => `${row.label}: ${formatNumber(row.contacts)} contacts, ${rateText(row)} reachable`,
    )
    .join("; ");
}
