"use client";

import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { PlayIcon } from "@/components/ui/icons";
import type { RunView } from "@/lib/api/runs";
import { StoppedNotice } from "./stopped-notice";
import { cureOf } from "./stopped-words";
import { useRunStep } from "./use-run-step";

/** A run that stands still for a reason, with the button of one that failed. */
export function StoppedRun({ run, canSteer }: { run: RunView; canSteer: boolean }) {
  const step = useRunStep(run.id);
  return (
    <StoppedNotice
      work={run}
      run={run}
      canSteer={canSteer}
      action={
        // A paused run has its button beside its progress.
        run.status === "failed" && (
          <Button
            size="sm"
            variant={cureOf(run) ? "secondary" : "primary"}
            isPending={step.isPending}
            onPress={() => step.mutate("resumeRun")}
          >
            <PlayIcon />
            Resume
          </Button>
        )
      }
    >
      <FormError message={step.error ? errorMessage(step.error) : null} />
    </StoppedNotice>
  );
}
