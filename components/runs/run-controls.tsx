"use client";

import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { cureOf } from "./stopped-words";
import { useRunStep } from "./use-run-step";
import { WorkControls } from "./work-controls";

/** Pause or resume a run, and cancel it. */
export function RunControls({ run }: { run: RunView }) {
  const { done, total } = run.progress;
  return (
    <WorkControls
      mutation={useRunStep(run.id)}
      steps={{ pause: "pauseRun", resume: "resumeRun", cancel: "cancelRun" }}
      hasStopped={run.status === "paused"}
      isSecond={run.reason !== null && cureOf(run) !== null}
      cancelLabel="Cancel the run"
      question="Cancel this run?"
    >
      <p>
        {plural(done, "contact has", "contacts have")} been looked up; their results are kept and
        can be exported. The other {formatNumber(total - done)} stay “Not checked”.
      </p>
      <p>A cancelled run cannot be resumed. To go on later, pause it instead.</p>
    </WorkControls>
  );
}
