import { formatNumber } from "@/lib/format";
import { type ReachRow, rateText } from "./reach-row";

/** The figures of one bar. */
export function ReachTooltip({ row }: { row: ReachRow | undefined }) {
  if (!row) return null;
  const lines = [
    ["Contacts", row.contacts],
    ["Reachable on RCS", row.reachable],
    ["Not on RCS", row.contacts - row.reachable],
  ] as const;
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 text-sm shadow-lg">
      <p className="mb-1 font-semibold text-ink">{row.label}</p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-soft">
        {lines.map(([label, value]) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd className="text-right tabular-nums">{formatNumber(value)}</dd>
          </div>
        ))}
        <dt className="font-medium text-reach-ink">RCS rate</dt>
        <dd className="text-right font-medium text-reach-ink tabular-nums">{rateText(row)}</dd>
      </dl>
    </div>
  );
}
