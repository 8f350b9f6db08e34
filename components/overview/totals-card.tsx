import { SandboxBadge } from "@/components/ui/sandbox-badge";
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
        label={
          <span className="flex items-center justify-between gap-2">
            Reachable on RCS
            {/* As high as the line, so that the figures beside it stand at the same height. */}
            <span className="-my-0.5 flex">{totals.hasSandbox && <SandboxBadge />}</span>
          </span>
        }
        value={formatPercent(totals.reachable, totals.answered)}
        note={`${formatNumber(totals.reachable)} of ${formatNumber(totals.answered)} with an answer`}
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
        value={formatNumber(totals.contacts - totals.answered)}
        note="Failed, rejected, no answer or not checked yet"
        className={cell}
      />
    </dl>
  );
}
