"use client";

import dynamic from "next/dynamic";
import { Activity, memo, useState } from "react";
import { PassCard } from "@/components/details/pass-card";
import { cx } from "@/components/ui/cx";
import { errorMessage } from "@/components/ui/error-message";
import { Notice } from "@/components/ui/notice";
import { isUnderWay } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { PurgeNotice } from "./purge-notice";
import { RunNotice, type RunNoticeProps } from "./run-notice";
import { RunStory } from "./run-story";

// A finished run, as most are, does not load what tells of one that goes.
const RunProgress = dynamic(async () => (await import("./run-progress")).RunProgress);

export interface RunSummaryProps {
  run: RunView;
  /** Why its figures may be old. */
  error: Error | null;
  /** Its figures may change by themselves. */
  isMoving: boolean;
  /** Small screens have room for what was asked for: the rest is told on the first tab. */
  isBrief: boolean;
  showContacts: NonNullable<RunNoticeProps["onShowContacts"]>;
}

/**
 * What stands above the tabs: what has to be known, what goes on, what came out. Its own activity,
 * so that the tabs need not wait for it to answer.
 */
export const RunSummary = memo(function RunSummary({
  run,
  error,
  isMoving,
  isBrief,
  showContacts,
}: RunSummaryProps) {
  // Of a purged run nothing is left to go on with.
  const canSteer = run.role !== "viewer" && !run.purgedAt;
  const isGoing = isUnderWay(run.status);
  // Whoever watched it end is told so in the same place: nothing jumps.
  const [hasWatched, setWatched] = useState(false);
  if (isGoing && !hasWatched) setWatched(true);
  return (
    <Activity>
      {error && (
        <Notice tone="warning" title="These figures may be out of date" isLive>
          <p>{errorMessage(error)}</p>
        </Notice>
      )}
      <div className={cx("flex flex-col gap-5 empty:hidden", isBrief && "max-sm:hidden")}>
        <PurgeNotice run={run} />
        <RunNotice
          run={run}
          canSteer={canSteer}
          onShowContacts={run.purgedAt ? undefined : showContacts}
        />
        {(isGoing || hasWatched) && (
          <RunProgress run={run} isMoving={isMoving} canSteer={canSteer} />
        )}
        {run.status !== "draft" && <PassCard run={run} canSteer={canSteer} />}
      </div>
      {run.status !== "draft" && <RunStory run={run} isBrief={isBrief} />}
    </Activity>
  );
});
