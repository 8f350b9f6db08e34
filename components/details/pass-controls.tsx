"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { PauseIcon, PlayIcon, StopIcon } from "@/components/ui/icons";
import { callApi } from "@/lib/api/client";
import type { DetailPassView } from "@/lib/api/details";
import { detailProgressQuery } from "@/lib/api/queries";
import { formatNumber, plural } from "@/lib/format";

type Step = "pauseDetails" | "resumeDetails" | "cancelDetails";

/** Pause or resume a pass over number details, and cancel it. */
export function PassControls({ runId, pass }: { runId: string; pass: DetailPassView }) {
  const [isAsking, setAsking] = useState(false);
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: (which: Step) => callApi(which, { params: { id: runId } }),
    onSuccess: (changed) =>
      client.setQueryData(
        detailProgressQuery(runId).queryKey,
        (before) => before && { ...before, pass: changed },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["runs", runId, "details"] }),
  });
  const hasStopped = pass.status === "paused" || pass.status === "failed";
  const isCancelling = step.variables === "cancelDetails";
  const error = step.error ? errorMessage(step.error) : null;
  const { ready, requested } = pass.states;

  return (
    <div className="flex flex-col gap-2">
      <div className="flex gap-2">
        <Button
          variant={hasStopped ? "primary" : "secondary"}
          onPress={() => step.mutate(hasStopped ? "resumeDetails" : "pauseDetails")}
          isPending={step.isPending && !isCancelling}
          aria-label={hasStopped ? "Resume the lookup of details" : "Pause the lookup of details"}
        >
          {hasStopped ? <PlayIcon /> : <PauseIcon />}
          {hasStopped ? "Resume" : "Pause"}
        </Button>
        <Button
          onPress={() => {
            step.reset();
            setAsking(true);
          }}
          aria-label="Cancel the lookup of details"
        >
          <StopIcon />
          Cancel
        </Button>
      </div>
      {!isCancelling && <FormError message={error} />}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title="Cancel the lookup of details?"
        confirmLabel="Cancel the lookup"
        dismissLabel="Keep it"
        isDanger
        isPending={step.isPending && isCancelling}
        error={isCancelling ? error : null}
        onConfirm={() => step.mutate("cancelDetails", { onSuccess: () => setAsking(false) })}
      >
        <p>The details of {plural(ready, "number")} are known and stay.</p>
        {requested > 0 && (
          <p>
            {formatNumber(requested)} were asked for but are not ready: within a day, another lookup
            of details fetches them for free.
          </p>
        )}
        <p>To go on later, pause it instead.</p>
      </ConfirmDialog>
    </div>
  );
}
