"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { PassCard } from "@/components/details/pass-card";
import { cx } from "@/components/ui/cx";
import { errorMessage } from "@/components/ui/error-message";
import { Notice } from "@/components/ui/notice";
import { sumOfRows } from "@/lib/api/row-counts";
import { isUnderWay } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { PurgeNotice } from "./purge-notice";
import { RunHeader } from "./run-header";
import { RunNotice } from "./run-notice";
import { RunStory } from "./run-story";
import { RunTabs } from "./run-tabs";
import { useLiveRun } from "./use-live-run";
import { useRunParams } from "./use-run-params";

// A finished run, as most are, does not load what tells of one that goes.
const RunProgress = dynamic(async () => (await import("./run-progress")).RunProgress);

/** A run: what came out, what is going on, what can be taken away. */
export function RunPage({ id }: { id: string }) {
  const { run, error, isMoving } = useLiveRun(id);
  const state = useRunParams();
  // Of a purged run nothing is left to go on with.
  const canSteer = run.role !== "viewer" && !run.purgedAt;
  const isGoing = isUnderWay(run.status);
  // Small screens have room for what was asked for: the rest is told on the first tab.
  const isBrief = run.status !== "draft" && state.params.tab !== "overview";
  // Whoever watched it end is told so in the same place: nothing jumps.
  const [hasWatched, setWatched] = useState(false);
  if (isGoing && !hasWatched) setWatched(true);
  return (
    <>
      <RunHeader run={run} canSteer={run.role !== "viewer"} filter={state.filter} />
      <div className="flex flex-col gap-5">
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
            onShowContacts={run.purgedAt ? undefined : state.showContacts}
          />
          {(isGoing || hasWatched) && (
            <RunProgress run={run} isMoving={isMoving} canSteer={canSteer} />
          )}
          {run.status !== "draft" && <PassCard run={run} canSteer={canSteer} />}
        </div>
        {run.status !== "draft" && <RunStory run={run} isBrief={isBrief} />}
        {!isUnfinishedDraft(run) && <RunTabs run={run} isMoving={isMoving} state={state} />}
      </div>
    </>
  );
}

/** Of a draft with a part of its rows there is nothing to show yet. */
function isUnfinishedDraft({ status, counts }: RunView): boolean {
  return status === "draft" && sumOfRows(counts) < counts.rows;
}
