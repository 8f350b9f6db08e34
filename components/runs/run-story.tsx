import { Card } from "@/components/ui/card";
import { OutcomeBar } from "@/components/ui/outcome-bar";
import type { RunView } from "@/lib/api/runs";
import { formatPercent } from "@/lib/format";
import { OutcomeLegend } from "./outcome-legend";
import { reachOf, tellReach, unansweredNote } from "./reach";

/** The result at a glance: the share, the sentence, the bar. */
export function RunStory({ run }: { run: RunView }) {
  const reach = reachOf(run.outcomes);
  return (
    <Card>
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
          <p className="min-w-36 font-semibold text-display text-reach-ink tabular-nums">
            {formatPercent(reach.reachable, reach.checked)}
          </p>
          <div className="min-w-0 flex-1 basis-64 pb-1">
            <p className="text-ink text-lg">{tellReach(reach)}</p>
            {reach.unanswered > 0 && <p className="text-muted">{unansweredNote(reach)}</p>}
          </div>
        </div>
        <OutcomeBar counts={run.outcomes} size="lg" />
        <OutcomeLegend counts={run.outcomes} />
      </div>
    </Card>
  );
}
