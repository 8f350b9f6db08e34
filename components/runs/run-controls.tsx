"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { PauseIcon, PlayIcon, StopIcon } from "@/components/ui/icons";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { useRunStep } from "./use-run-step";

/** Pause or resume, and cancel. */
export function RunControls({ run }: { run: RunView }) {
  const [isAsking, setAsking] = useState(false);
  const step = useRunStep(run.id);
  const isPaused = run.status === "paused";
  const isCancelling = step.variables === "cancelRun";
  const error = step.error ? errorMessage(step.error) : null;

  return (
    <div className="flex flex-col gap-2">
      <div className="flex gap-2">
        <Button
          variant={isPaused ? "primary" : "secondary"}
          onPress={() => step.mutate(isPaused ? "resumeRun" : "pauseRun")}
          isPending={step.isPending && !isCancelling}
        >
          {isPaused ? <PlayIcon /> : <PauseIcon />}
          {isPaused ? "Resume" : "Pause"}
        </Button>
        <Button
          onPress={() => {
            step.reset();
            setAsking(true);
          }}
        >
          <StopIcon />
          Cancel the run
        </Button>
      </div>
      {!isCancelling && <FormError message={error} />}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title="Cancel this run?"
        confirmLabel="Cancel the run"
        dismissLabel="Keep it"
        isDanger
        isPending={step.isPending && isCancelling}
        error={isCancelling ? error : null}
        onConfirm={() => step.mutate("cancelRun", { onSuccess: () => setAsking(false) })}
      >
        <p>
          {plural(run.progress.done, "contact has", "contacts have")} been looked up; what is known
          stays and can be exported. The other{" "}
          {formatNumber(run.progress.total - run.progress.done)} stay “Not checked”.
        </p>
        <p>A cancelled run cannot be resumed. To go on later, pause it instead.</p>
      </ConfirmDialog>
    </div>
  );
}
