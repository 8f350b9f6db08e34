import { Stat } from "@/components/ui/stat";
import type { RunView } from "@/lib/api/runs";
import { formatNumber } from "@/lib/format";
import { costFigure } from "./cost-words";

/** What lies beyond one lookup for each answered contact, and the cost of all: for a `StatRow`. */
export function SpentStats({ run }: { run: RunView }) {
  const { excess } = run.ledger;
  const cost = costFigure(run);
  return (
    <>
      <Stat
        label="Possibly billed twice"
        value={formatNumber(excess)}
        note={
          excess === 0
            ? "No lookup beyond one for each answered contact"
            : "Beyond one for each answered contact: calls that broke off, contacts asked again"
        }
      />
      <Stat label={cost.label} value={cost.value} note={cost.note} />
    </>
  );
}
