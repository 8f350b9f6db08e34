import { Stat, StatRow } from "@/components/ui/stat";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { SpentStats } from "./spent-stats";

/** What the run meant to ask, what it asked, and what that may cost. */
export function LookupFigures({ run }: { run: RunView }) {
  const { counts, plan, ledger } = run;
  const calls = [
    plan.bulkCalls > 0 && plural(plan.bulkCalls, "bulk call"),
    plan.singleCalls > 0 && plural(plan.singleCalls, "single lookup"),
  ].filter(Boolean);
  return (
    <StatRow>
      <Stat
        label="Lookups planned"
        value={formatNumber(counts.unique)}
        note={`One for each unique number${calls.length > 0 ? `, in ${calls.join(" and ")}` : ""}`}
      />
      <Stat
        label="Lookups made"
        value={formatNumber(ledger.billed)}
        note={`Numbers that Kaleyra looked up, in ${plural(ledger.calls, "call")}`}
      />
      <SpentStats run={run} />
    </StatRow>
  );
}
