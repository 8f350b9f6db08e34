import { Stat, StatRow } from "@/components/ui/stat";
import type { RunView } from "@/lib/api/runs";
import { formatDuration, formatNumber, secondsBetween } from "@/lib/format";
import { rowsInWords } from "./rows-in-words";
import { plannedNote } from "./run-sums";
import { SpentStats } from "./spent-stats";

/** What the run read, asked and cost. */
export function RunFigures({ run }: { run: RunView }) {
  const { counts, ledger } = run;
  const seconds =
    run.startedAt && run.finishedAt ? secondsBetween(run.startedAt, run.finishedAt) : null;
  return (
    <StatRow>
      <Stat label="Rows in the file" value={formatNumber(counts.rows)} note={rowsInWords(counts)} />
      <Stat
        label="Lookups made"
        value={formatNumber(ledger.billed)}
        note={`${plannedNote(run)}${seconds === null ? "" : ` · ${formatDuration(Math.max(1, seconds))}`}`}
      />
      <SpentStats run={run} />
    </StatRow>
  );
}
