import type { ReactNode } from "react";
import { PlainTable } from "@/components/ui/plain-table";
import { formatNumber } from "@/lib/format";
import { type ReachRow, rateText } from "./reach-row";

export interface ReachTableProps {
  rows: readonly ReachRow[];
  caption: string;
  /** What a row is: "Carrier". */
  noun: string;
  /** The label as a way to the contacts behind it. */
  labelOf?: (row: ReachRow) => ReactNode;
}

/** The data of a reach chart. */
export function ReachTable({ rows, caption, noun, labelOf }: ReachTableProps) {
  return (
    <PlainTable
      caption={caption}
      rows={rows}
      keyOf={(row) => row.key}
      columns={[
        {
          id: "label",
          label: noun,
          cell: (row) => labelOf?.(row) ?? row.label,
          isRowHeader: true,
          className: "min-w-20 wrap-anywhere",
        },
        {
          id: "contacts",
          label: "Contacts",
          cell: (row) => formatNumber(row.contacts),
          align: "end",
        },
        {
          id: "reachable",
          label: "Reachable",
          cell: (row) => formatNumber(row.reachable),
          align: "end",
        },
        { id: "rate", label: "RCS rate", cell: rateText, align: "end" },
      ]}
    />
  );
}
