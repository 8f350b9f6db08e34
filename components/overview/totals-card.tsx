import type { ReactNode } from "react";
import { Stat } from "@/components/ui/stat";
import { formatNumber, formatPercent, plural } from "@/lib/format";
import type { Totals } from "./totals";

export interface TotalsCardProps {
  totals: Totals;
  /** There are older runs that are not in the sums. */
  isPartial: boolean;
}

/** The figures over the runs. */
export function TotalsCard({ totals, isPartial }: TotalsCardProps) {
  const runs = plural(totals.runs, "run");
  return (
    <dl className="grid gap-px overflow-hidden rounded-lg border border-line bg-line shadow-xs sm:grid-cols-3">
      <Cell>
        <Stat
          label="Reachable on RCS"
          value={formatPercent(totals.reachable, totals.contacts)}
          note={`${formatNumber(totals.reachable)} of ${plural(totals.contacts, "contact")}`}
          tone="reach"
        />
      </Cell>
      <Cell>
        <Stat
          label="Contacts in runs"
          value={formatNumber(totals.contacts)}
          note={isPartial ? `In your last ${runs}` : `In ${runs}`}
        />
      </Cell>
      <Cell>
        <Stat
          label="Still without an answer"
          value={formatNumber(totals.open)}
          note="No answer, or the call failed"
        />
      </Cell>
    </dl>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return <div className="bg-surface px-5 py-4">{children}</div>;
}
