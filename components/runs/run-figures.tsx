import { Stat } from "@/components/ui/stat";
import type { RunView } from "@/lib/api/runs";
import { formatDuration, formatNumber, plural, secondsBetween } from "@/lib/format";
import { costFigure } from "./cost-words";
import { EXCESS_NOTE } from "./lookup-figures";

/** What the run read, asked and cost. */
export function RunFigures({ run }: { run: RunView }) {
  const { counts, ledger } = run;
  const cost = costFigure(run);
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
        value={formatNumber(ledger.excess)}
        note={ledger.excess === 0 ? "No lookup beyond one for each answered contact" : EXCESS_NOTE}
      />
      <Stat label={cost.label} value={cost.value} note={cost.note} />
    </dl>
  );
}
