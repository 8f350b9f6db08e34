import { Stat } from "@/components/ui/stat";
import { formatNumber, formatPercent, plural } from "@/lib/format";
import type { Totals } from "./totals";

export interface TotalsCardProps {
  totals: Totals;
  /** There are older runs that are not in the sums. */
  isPartial: boolean;
}

const cell = "bg-surface px-5 py-4";

/** The figures over the runs. */
export function TotalsCard({ totals, isPartial }: TotalsCardProps) {
  const runs = plural(totals.runs, "run");
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-xs sm:grid-cols-3">
      <Stat
        label="Reachable on RCS"
        value={formatPercent(totals.reachable, totals.checked)}
        note={`${formatNumber(totals.reachable)} of ${formatNumber(totals.checked)} checked`}
        tone="reach"
        className={`${cell} max-sm:col-span-2`}
      />
      <Stat
        label="Contacts in runs"
        value={formatNumber(totals.contacts)}
        note={isPartial ? `In your last ${runs}` : `In ${runs}`}
        className={cell}
      />
      <Stat
        label="Without an answer"
        value={formatNumber(totals.open)}
        note="No answer, or the call failed"
        className={cell}
      />
    </dl>
  );
}
