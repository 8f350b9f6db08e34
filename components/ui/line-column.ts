import { formatNumber } from "@/lib/format";
import type { PlainColumn } from "./plain-table";

/** The column of a row's line in its file. */
export function lineColumn(className: string): PlainColumn<{ line: number }> {
  return {
    id: "line",
    label: "Line",
    align: "end",
    className,
    cell: (row) => formatNumber(row.line),
  };
}
