"use client";

import { useEffect, useRef } from "react";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { isUnderWay } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { formatDuration, formatNumber, plural, secondsBetween } from "@/lib/format";
import { LatestEvents } from "./latest-events";
import { RunControls } from "./run-controls";

/** Milliseconds after which a dialog has closed and given the focus back. */
const FOCUS_DELAY = 500;

export interface RunProgressProps {
  run: RunView;
  /** Its figures may change by themselves. */
  isMoving: boolean;
  canSteer: boolean;
}

/** How far a run is, what has just happened, and the brakes. */
export function RunProgress({ run, isMoving, canSteer }: RunProgressProps) {
  const { done, total } = run.progress;
  const isGoing = isUnderWay(run.status);
  const card = useRef<HTMLDivElement>(null);
  const wasGoing = useRef(isGoing);
  /** Whoever never touched the buttons has no place to lose. */
  const wasUsed = useRef(false);
  useEffect(() => {
    const box = card.current;
    const note = () => {
      wasUsed.current = true;
    };
    box?.addEventListener("focusin", note, { once: true });
    return () => box?.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    const hasEnded = wasGoing.current && !isGoing;
    wasGoing.current = isGoing;
    if (!hasEnded) return;
    // The buttons are gone, and with them the place of whoever uses the keyboard.
    const timer = setTimeout(() => {
      if (wasUsed.current && document.activeElement === document.body) card.current?.focus();
    }, FOCUS_DELAY);
    return () => clearTimeout(timer);
  }, [isGoing]);
  const tenth = total > 0 ? Math.floor((done / total) * 10) * 10 : 0;
  return (
    <Card>
      <div
        ref={card}
        tabIndex={-1}
        className="flex min-h-15.5 flex-wrap items-end gap-x-6 gap-y-4 rounded-sm outline-offset-8"
      >
        <div className="min-w-0 flex-1 basis-80">
          <ProgressBar
            label={labels[run.status] ?? "Looking up"}
            value={done}
            maxValue={Math.max(1, total)}
            valueText={`${formatNumber(done)} of ${plural(total, "number")}`}
            tone="reach"
          />
          <p className="mt-2 min-h-5 text-muted text-sm tabular-nums">
            {isGoing ? pace(run) : ended(run)}
          </p>
        </div>
        {canSteer && isGoing && <RunControls run={run} />}
      </div>
      <LatestEvents run={run} isMoving={isMoving} />
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
  done: "Done",
  cancelled: "Cancelled",
  failed: "Failed",
};

function ended({ startedAt, finishedAt }: RunView): string {
  if (!startedAt || !finishedAt) return "";
  return `It took ${formatDuration(Math.max(1, secondsBetween(startedAt, finishedAt)))}.`;
}

function pace({ status, waiting, progress: { done, perSecond, secondsLeft } }: RunView): string {
  if (status === "paused") return "No new lookups are made. Resuming continues where it stopped.";
  if (status === "queued")
    return "It starts as soon as the worker is free. You can close this page.";
  if (waiting) return "It continues by itself. You can close this page.";
  if (!perSecond) {
    return `Waiting for the ${done > 0 ? "next" : "first"} answers. You can close this page.`;
  }
  const rate = `${formatNumber(Math.max(1, Math.round(perSecond)))} numbers a second`;
  if (!secondsLeft || secondsLeft < 1) return rate;
  return `${rate} · about ${formatDuration(secondsLeft)} left · you can close this page`;
}
