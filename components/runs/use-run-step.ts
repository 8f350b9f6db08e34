"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { callApi } from "@/lib/api/client";
import { runQuery } from "@/lib/api/queries";

export type RunStep = "startRun" | "pauseRun" | "resumeRun" | "cancelRun" | "retryRun";

/** Starts, pauses, resumes, cancels or retries a run; the page shows its new state at once. */
export function useRunStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: RunStep) => callApi(step, { params: { id } }),
    onSuccess: (run) => {
      client.setQueryData(runQuery(id).queryKey, run);
      return client.invalidateQueries({ queryKey: ["runs"] });
    },
  });
}
