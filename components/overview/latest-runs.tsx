import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { OutcomeBar } from "@/components/ui/outcome-bar";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import type { RunListItem } from "@/lib/api/runs";
import { formatNumber, formatPercent, plural } from "@/lib/format";

/** The newest runs, each a way to its page. */
export function LatestRuns({ runs }: { runs: readonly RunListItem[] }) {
  return (
    <Card title="Latest runs" actions={<TextLink href="/runs">All runs</TextLink>} isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {runs.map((run) => (
          <li key={run.id}>
            <RunRow run={run} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RunRow({ run }: { run: RunListItem }) {
  const checked = run.counts.unique - run.outcomes.pending;
  return (
    <Link
      href={`/runs/${run.id}`}
      className="grid gap-x-6 gap-y-2.5 px-5 py-3.5 -outline-offset-2 transition-colors hover:bg-hover/60 sm:grid-cols-[minmax(0,1fr)_13rem] sm:items-center"
    >
      <span className="min-w-0">
        <span className="flex items-center gap-2.5">
          <span className="truncate font-medium text-ink">{run.name}</span>
          <StatusBadge status={run.status} />
        </span>
        <span className="block truncate text-muted text-sm">
          {run.accountName} · {plural(run.counts.unique, "contact")} ·{" "}
          <Moment iso={run.createdAt} />
        </span>
      </span>
      {run.status === "draft" ? (
        <span className="text-muted text-sm">Not started yet</span>
      ) : (
        <span className="flex flex-col gap-1.5">
          <span className="flex items-baseline justify-between gap-3 text-sm tabular-nums">
            {run.outcomes.pending > 0 ? (
              <span className="text-soft">{formatPercent(checked, run.counts.unique)} checked</span>
            ) : (
              <span className="font-semibold text-reach-ink">
                {formatPercent(run.outcomes.rcs, run.counts.unique)}
              </span>
            )}
            <span className="text-muted">{formatNumber(run.outcomes.rcs)} reachable</span>
          </span>
          <OutcomeBar counts={run.outcomes} />
        </span>
      )}
    </Link>
  );
}
