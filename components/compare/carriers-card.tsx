import { carrierRows } from "@/components/runs/reach-rows";
import { Card } from "@/components/ui/card";
import { PlainTable } from "@/components/ui/plain-table";
import { formatNumber, formatPercent } from "@/lib/format";
import type { Comparison } from "@/lib/runs/compare-runs";
import { pairRows } from "./pair-rows";
import { pointsBetween } from "./points";

/** More carriers than this are put together. */
const MOST = 15;

/** The RCS rate by carrier, before and after. */
export function CarriersCard({ before, after }: Pick<Comparison, "before" | "after">) {
  const rows = pairRows(
    carrierRows(before.cells).rows,
    carrierRows(after.cells).rows,
    MOST,
    "carriers",
  );
  if (rows.length === 0) return null;
  return (
    <Card title="By carrier" description="RCS rate of the contacts that got an answer">
      <PlainTable
        caption="RCS rate by carrier, before and after"
        rows={rows}
        keyOf={(row) => row.key}
        columns={[
          { id: "carrier", label: "Carrier", cell: (row) => row.label, isRowHeader: true },
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
            cell: (row) => formatPercent(row.before.reachable, row.before.checked),
            align: "end",
          },
          {
            id: "after",
            label: "After",
            cell: (row) => formatPercent(row.after.reachable, row.after.checked),
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
