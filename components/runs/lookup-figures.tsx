import { Stat } from "@/components/ui/stat";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { costFigure } from "./cost-words";

/** Of what lies beyond one lookup for each answered contact. */
export const EXCESS_NOTE =
  "Beyond one for each answered contact: calls that broke off, contacts asked again";

/** What the run meant to ask, what it asked, and what that may cost. */
export function LookupFigures({ run }: { run: RunView }) {
  const { counts, plan, ledger } = run;
  const cost = costFigure(run);
  const calls = [
    plan.bulkCalls > 0 && plural(plan.bulkCalls, "bulk call"),
    plan.singleCalls > 0 && plural(plan.singleCalls, "single lookup"),
  ].filter(Boolean);
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-xs lg:grid-cols-4 [&>div]:bg-surface [&>div]:p-5">
      <Stat
        label="Lookups planned"
        value={formatNumber(counts.unique)}
        note={`One for each unique number${calls.length > 0 ? `, in ${calls.join(" and ")}` : ""}`}
      />
      <Stat
        label="Lookups made"
        value={formatNumber(ledger.billed)}
        note={`Numbers that Kaleyra looked up; ${plural(ledger.calls, "call")} in all`}
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
