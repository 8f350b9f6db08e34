import { Stat } from "@/components/ui/stat";
import type { RunView } from "@/lib/api/runs";
import { formatDuration, formatMoney, formatNumber, plural, secondsBetween } from "@/lib/format";

/** What the run read, asked and cost. */
export function RunFigures({ run }: { run: RunView }) {
  const { counts, ledger, cost } = run;
  const hasPrice = cost.pricePerLookup > 0;
  const money = (amount: number) => formatMoney(amount, cost.currency);
  const seconds =
    run.startedAt && run.finishedAt ? secondsBetween(run.startedAt, run.finishedAt) : null;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-xs lg:grid-cols-4 [&>div]:bg-surface [&>div]:p-5">
      <Stat
        label="Rows in the file"
        value={formatNumber(counts.rows)}
        note={`${formatNumber(counts.unique)} unique, ${formatNumber(counts.duplicates)} duplicate, ${formatNumber(counts.invalid)} invalid, ${formatNumber(counts.blank)} blank`}
      />
      <Stat
        label="Lookups made"
        value={formatNumber(ledger.billed)}
        note={`of ${formatNumber(counts.unique)} planned, in ${plural(ledger.calls, "call")}${seconds === null ? "" : ` · ${formatDuration(Math.max(1, seconds))}`}`}
      />
      <Stat
        label="Possibly billed twice"
        value={formatNumber(ledger.ambiguous)}
        note={
          ledger.ambiguous === 0
            ? "No call broke off"
            : "Numbers in calls that broke off: Kaleyra may have billed them"
        }
      />
      <Stat
        label={ledger.ambiguous > 0 ? "Cost, at most" : "Cost"}
        value={hasPrice ? money(cost.soFar) : "–"}
        note={
          hasPrice
            ? `estimated ${money(cost.estimated)}, at ${money(cost.pricePerLookup)} a lookup`
            : "No price is set for this account"
        }
      />
    </dl>
  );
}
