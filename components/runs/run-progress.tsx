"use client";

import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { RunView } from "@/lib/api/runs";
import { formatDuration, formatNumber, plural } from "@/lib/format";
import { RunControls } from "./run-controls";

/** How far a run under way is, and the brakes. */
export function RunProgress({ run, canSteer }: { run: RunView; canSteer: boolean }) {
  const { done, total, perSecond, secondsLeft } = run.progress;
  const tenth = total > 0 ? Math.floor((done / total) * 10) * 10 : 0;
  return (
    <Card>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <div className="min-w-0 flex-1 basis-80">
          <ProgressBar
            label={labels[run.status] ?? "Looking up"}
            value={done}
            maxValue={Math.max(1, total)}
            valueText={`${formatNumber(done)} of ${plural(total, "number")}`}
            tone="reach"
          />
          <p className="mt-2 min-h-5 text-muted text-sm tabular-nums">
            {pace(run.status, perSecond, secondsLeft)}
          </p>
        </div>
        {canSteer && <RunControls run={run} />}
      </div>
      {/* Every tenth is said aloud, not every number. */}
      <p role="status" className="sr-only">
        {`${tenth}% looked up`}
      </p>
    </Card>
  );
}

const labels: Partial<Record<RunView["status"], string>> = {
  queued: "Waiting for its turn",
  paused: "Paused",
};

function pace(status: RunView["status"], perSecond: number | null, secondsLeft: number | null) {
  if (status === "paused") return "No new lookups are made.";
  if (status === "queued")
    return "It starts as soon as the worker is free. You can close this page.";
  if (!perSecond) return "Waiting for the first answers. You can close this page.";
  const rate = `${formatNumber(Math.max(1, Math.round(perSecond)))} numbers a second`;
  if (secondsLeft === null) return rate;
  return `${rate} · about ${formatDuration(secondsLeft)} left · you can close this page`;
}
