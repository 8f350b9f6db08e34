import { Stat } from "@/components/ui/stat";
import type { RunView } from "@/lib/api/runs";
import { formatNumber } from "@/lib/format";
import { costFigure } from "./cost-words";

/** What lies beyond one lookup for each contact, and the cost of all: for a `StatRow`. */
export function SpentStats({ run }: { run: RunView }) {
  const { excess } = run.ledger;
  const cost = costFigure(run);
  return (
    <>
      <Stat
        label="Extra, possibly billed"
        value={formatNumber(excess)}
        note={
          excess === 0
            ? "No lookup beyond one for each contact"
            : "Beyond one for each contact: calls that broke off, contacts asked again"
        }
      />
      <Stat label={cost.label} value={cost.value} note={cost.note} />
    </>
  );
}
