"use client";

import { useDeferredValue } from "react";
import { sumOfRows } from "@/lib/api/row-counts";
import type { RunView } from "@/lib/api/runs";
import { RunHeader } from "./run-header";
import { RunSummary } from "./run-summary";
import { RunTabs } from "./run-tabs";
import { useLiveRun } from "./use-live-run";
import { useRunParams } from "./use-run-params";

/** A run: what came out, what is going on, what can be taken away. */
export function RunPage({ id }: { id: string }) {
  const { run, error, isMoving } = useLiveRun(id);
  const state = useRunParams();
  // What stands above the tabs changes together with what they hold.
  const shown = useDeferredValue(state.params.tab);
  return (
    <>
      <RunHeader run={run} canSteer={run.role !== "viewer"} filter={state.filter} />
      <div className="flex flex-col gap-5">
        <RunSummary
          run={run}
          error={error}
          isMoving={isMoving}
          isBrief={run.status !== "draft" && shown !== "overview"}
          showContacts={state.showContacts}
        />
        {!isUnfinishedDraft(run) && <RunTabs run={run} isMoving={isMoving} state={state} />}
      </div>
    </>
  );
}

/** Of a draft with a part of its rows there is nothing to show yet. */
function isUnfinishedDraft({ status, counts }: RunView): boolean {
  return status === "draft" && sumOfRows(counts) < counts.rows;
}
