"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { cureOf } from "@/components/runs/stopped-words";
import { WorkControls } from "@/components/runs/work-controls";
import { callApi } from "@/lib/api/client";
import type { DetailPassView } from "@/lib/api/details";
import { detailProgressQuery } from "@/lib/api/queries";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";

type Step = "pauseDetails" | "resumeDetails" | "cancelDetails";

/** Pause or resume a pass over number details, and cancel it. */
export function PassControls({ run, pass }: { run: RunView; pass: DetailPassView }) {
  const { ready, requested } = pass.states;
  return (
    <WorkControls
      mutation={usePassStep(run.id)}
      steps={{ pause: "pauseDetails", resume: "resumeDetails", cancel: "cancelDetails" }}
      hasStopped={pass.status === "paused" || pass.status === "failed"}
      isSecond={pass.reason !== null && cureOf({ ...run, reason: pass.reason }) !== null}
      about="the lookup of details"
      cancelLabel="Cancel the lookup"
      question="Cancel the lookup of details?"
    >
      <p>The details of {plural(ready, "number")} are known and stay.</p>
      {requested > 0 && (
        <p>
          {formatNumber(requested)} were asked for but are not ready: within a day, another lookup
          of details fetches them for free.
        </p>
      )}
      <p>To go on later, pause it instead.</p>
    </WorkControls>
  );
}

/** Pauses, resumes or cancels the pass; the page shows its new state at once. */
function usePassStep(runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => callApi(step, { params: { id: runId } }),
    onSuccess: (changed) =>
      client.setQueryData(
        detailProgressQuery(runId).queryKey,
        (before) => before && { ...before, pass: changed },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["runs", runId, "details"] }),
  });
}
