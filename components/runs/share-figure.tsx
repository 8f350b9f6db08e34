import type { RunListItem } from "@/lib/api/runs";
import { reachOf, shareText } from "./reach";

/** The share of a run's audience that is reachable, in the same words in every list. */
export function ShareFigure({ run }: { run: RunListItem }) {
  const reach = reachOf(run);
  const share = shareText(reach);
  if (share === "–") return <span className="text-muted">–</span>;
  return (
    <span className="whitespace-nowrap">
      <span className="font-semibold text-reach-ink tabular-nums">{share}</span>
      {reach.isGoing && <span className="text-muted text-sm"> so far</span>}
    </span>
  );
}
