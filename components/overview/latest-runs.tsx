import { ShareFigure } from "@/components/runs/share-figure";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { LinkOnItsWay } from "@/components/ui/on-its-way";
import { OutcomeBar } from "@/components/ui/outcome-bar";
import { SandboxBadge } from "@/components/ui/sandbox-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import type { RunListItem } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";

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
  const { status, outcomes } = run;
  return (
    <Link
      href={`/runs/${run.id}`}
      className="grid gap-x-6 gap-y-2.5 px-5 py-3.5 -outline-offset-2 transition-colors hover:bg-hover/60 sm:grid-cols-[minmax(0,1fr)_13rem] sm:items-center"
    >
      <span className="min-w-0">
        <span className="flex items-center gap-2.5 max-sm:flex-wrap max-sm:gap-y-1.5">
          <span className="truncate font-medium text-ink">{run.name}</span>
          <StatusBadge status={status} failed={outcomes.failed} />
          {run.isSandbox && <SandboxBadge />}
        </span>
        {/* The date is what tells runs of one list apart: the account gives way first. */}
        <span className="flex min-w-0 text-muted text-sm max-sm:flex-wrap">
          <span className="flex min-w-0 max-sm:basis-full">
            <span className="truncate">{run.accountName}</span>
            <span className="shrink-0 whitespace-pre">
              {" · "}
              {plural(run.counts.unique, "contact")}
            </span>
          </span>
          <span className="shrink-0 whitespace-pre">
            <span className="max-sm:hidden">{" · "}</span>
            <Moment iso={run.createdAt} />
          </span>
        </span>
      </span>
      {status === "draft" ? (
        <span className="text-muted text-sm">Not started yet</span>
      ) : (
        <span className="flex flex-col gap-1.5">
          <span className="flex items-baseline justify-between gap-3 text-sm">
            <ShareFigure run={run} />
            <span className="text-muted tabular-nums">{formatNumber(outcomes.rcs)} reachable</span>
          </span>
          <OutcomeBar counts={outcomes} />
        </span>
      )}
      <LinkOnItsWay />
    </Link>
  );
}
