import { OutcomeLegend } from "@/components/runs/outcome-legend";
import { reachOf, shareText, tellAnswered, tellReach } from "@/components/runs/reach";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { OutcomeBar } from "@/components/ui/outcome-bar";
import { SandboxBadge } from "@/components/ui/sandbox-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import type { RunView } from "@/lib/api/runs";

/** One of two compared runs: what it found. */
export function ComparedCard({ run, place }: { run: RunView; place: "Before" | "After" }) {
  const reach = reachOf(run);
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <header>
          <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
            <span>
              {place} · <Moment iso={run.startedAt ?? run.createdAt} />
            </span>
            {(run.status !== "done" || run.outcomes.failed > 0) && (
              <StatusBadge status={run.status} failed={run.outcomes.failed} />
            )}
            {run.isSandbox && <SandboxBadge />}
          </p>
          <h2 className="break-words font-semibold text-lg">
            <TextLink href={`/runs/${run.id}`}>{run.name}</TextLink>
          </h2>
        </header>
        <div>
          <p className="font-semibold text-3xl text-reach-ink tabular-nums">{shareText(reach)}</p>
          <p className="text-soft">{tellReach(reach)}</p>
          <p className="text-muted empty:hidden">{tellAnswered(reach)}</p>
        </div>
        <OutcomeBar counts={run.outcomes} size="lg" />
        <OutcomeLegend counts={run.outcomes} />
      </div>
    </Card>
  );
}
