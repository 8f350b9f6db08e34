"use client";

import { useQuery } from "@tanstack/react-query";
import { cx } from "@/components/ui/cx";
import { Moment } from "@/components/ui/moment";
import { latestCallsQuery } from "@/lib/api/queries";
import { isLive } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { groupEvents, type RunEvent } from "./group-events";

/** So many lines have their place while more may come, so that nothing jumps as they do. */
const LINES = 3;

const dots: Record<RunEvent["tone"], string> = {
  going: "bg-pending",
  answered: "bg-reach",
  failed: "bg-failed",
};

/** What has just happened in a run, newest first. */
export function LatestEvents({ run, isMoving }: { run: RunView; isMoving: boolean }) {
  const calls = useQuery(latestCallsQuery(run.id, isMoving));
  // Which calls were answered may be told a moment later than how many numbers.
  const isAsked = run.progress.done > 0;
  const events = groupEvents(calls.data?.items ?? [], LINES);
  return (
    <section aria-labelledby="latest-events" className="mt-4 border-line border-t pt-3">
      <h2 id="latest-events" className="font-medium text-muted text-sm">
        Latest
      </h2>
      <ul
        className={cx(
          "mt-1.5 flex flex-col gap-1 text-sm",
          isLive(run.status) && "min-h-18 max-sm:min-h-34",
        )}
      >
        {calls.data && events.length === 0 && !isAsked && (
          <li className="text-muted">No call has been made yet.</li>
        )}
        {events.map(({ key, at, text, notes, tone }) => (
          <li key={key} className="flex gap-2.5">
            <span aria-hidden className={`mt-1.5 size-2 shrink-0 rounded-full ${dots[tone]}`} />
            <Moment iso={at} show="time" className="shrink-0 text-muted tabular-nums" />
            <span className="min-w-0">{[text, ...notes].join(" ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
