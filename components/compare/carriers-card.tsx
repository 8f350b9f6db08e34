import { rateText } from "@/components/charts/reach-row";
import { carrierRows } from "@/components/runs/reach-rows";
import { Card } from "@/components/ui/card";
import { PlainTable } from "@/components/ui/plain-table";
import { formatNumber } from "@/lib/format";
import type { Comparison } from "@/lib/runs/compare-runs";
import { pairRows } from "./pair-rows";
import { pointsBetween } from "./points";

/** More carriers than this are put together. */
const MOST = 15;

/** The RCS rate by carrier, before and after. */
export function CarriersCard({ before, after }: Pick<Comparison, "before" | "after">) {
  const rows = pairRows(carrierRows(before.cells), carrierRows(after.cells), MOST, "carriers");
  if (rows.length === 0) return null;
  return (
    <Card title="By carrier" description="RCS rate of the contacts with an answer in each run">
      <PlainTable
        caption="RCS rate by carrier, before and after"
        rows={rows}
        keyOf={(row) => row.key}
        columns={[
          {
            id: "carrier",
            label: "Carrier",
            cell: (row) => row.label,
            isRowHeader: true,
            className: "min-w-24 wrap-anywhere",
          },
          {
            id: "contacts",
            label: "Contacts",
            cell: (row) =>
              `${formatNumber(row.before.contacts)} → ${formatNumber(row.after.contacts)}`,
            align: "end",
            className: "whitespace-nowrap max-sm:hidden",
          },
          {
            id: "before",
            label: "Before",
            cell: (row) => rateText(row.before),
            align: "end",
          },
          {
            id: "after",
            label: "After",
            cell: (row) => rateText(row.after),
            align: "end",
          },
          {
            id: "change",
            label: "Change, points",
            cell: (row) => pointsBetween(row.before, row.after) ?? "–",
            align: "end",
          },
        ]}
      />
    </Card>
  );
}
