import { OutcomeLegend } from "@/components/runs/outcome-legend";
import { reachOf, tellReach, unansweredNote } from "@/components/runs/reach";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { OutcomeBar } from "@/components/ui/outcome-bar";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import type { RunView } from "@/lib/api/runs";
import { formatPercent } from "@/lib/format";

/** One of two compared runs: what it found. */
export function ComparedCard({ run, place }: { run: RunView; place: "Before" | "After" }) {
  const reach = reachOf(run.outcomes);
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <header>
          <p className="flex items-center gap-2 text-muted text-sm">
            <span>
              {place} · <Moment iso={run.startedAt ?? run.createdAt} />
            </span>
            {run.status !== "done" && <StatusBadge status={run.status} />}
          </p>
          <h2 className="break-words font-semibold text-lg">
            <TextLink href={`/runs/${run.id}`}>{run.name}</TextLink>
          </h2>
        </header>
        <div>
          <p className="font-semibold text-3xl text-reach-ink tabular-nums">
            {formatPercent(reach.reachable, reach.checked)}
          </p>
          <p className="text-soft">{tellReach(reach)}</p>
          {reach.unanswered > 0 && <p className="text-muted">{unansweredNote(reach)}</p>}
        </div>
        <OutcomeBar counts={run.outcomes} size="lg" />
        <OutcomeLegend counts={run.outcomes} />
      </div>
    </Card>
  );
}
