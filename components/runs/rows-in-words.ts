import type { RowCounts } from "@/lib/api/runs";
import { formatNumber } from "@/lib/format";

/** What became of the rows of a file: "3 unique, 1 duplicate, 0 invalid, 0 blank". */
export function rowsInWords({ unique, duplicates, invalid, blank, erased }: RowCounts): string {
  const parts = [
    `${formatNumber(unique)} unique`,
    `${formatNumber(duplicates)} duplicate`,
    `${formatNumber(invalid)} invalid`,
    `${formatNumber(blank)} blank`,
    ...(erased > 0 ? [`${formatNumber(erased)} erased`] : []),
  ];
  return parts.join(", ");
}
