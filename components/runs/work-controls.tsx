"use client";

import type { UseMutationResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { PauseIcon, PlayIcon, StopIcon } from "@/components/ui/icons";

export interface WorkControlsProps<Step> {
  /** Takes one of the steps. */
  mutation: UseMutationResult<unknown, Error, Step>;
  steps: Record<"pause" | "resume" | "cancel", NoInfer<Step>>;
  hasStopped: boolean;
  /** Something else comes first, such as a new key. */
  isSecond?: boolean;
  /** What the buttons are about, where it is not what the page is about. */
  about?: string;
  /** The deed: "Cancel the run". */
  cancelLabel: string;
  /** What is asked before it is done: "Cancel this run?" */
  question: string;
  /** What cancelling leaves, and what it gives up. */
  children: ReactNode;
}

/** Pause or resume, and cancel. */
export function WorkControls<Step>(props: WorkControlsProps<Step>) {
  const { mutation, steps, hasStopped, isSecond, about, cancelLabel, question, children } = props;
  const [isAsking, setAsking] = useState(false);
  const isCancelling = mutation.variables === steps.cancel;
  const error = mutation.error ? errorMessage(mutation.error) : null;
  const deed = hasStopped ? "Resume" : "Pause";
  return (
    <div className="flex flex-col gap-2">
      <div className="flex gap-2">
        <Button
          variant={hasStopped && !isSecond ? "primary" : "secondary"}
          onPress={() => mutation.mutate(hasStopped ? steps.resume : steps.pause)}
          isPending={mutation.isPending && !isCancelling}
          aria-label={about && `${deed} ${about}`}
        >
          {hasStopped ? <PlayIcon /> : <PauseIcon />}
          {deed}
        </Button>
        <Button
          onPress={() => {
            mutation.reset();
            setAsking(true);
          }}
          aria-label={about && `Cancel ${about}`}
        >
          <StopIcon />
          {cancelLabel}
        </Button>
      </div>
      {!isCancelling && <FormError message={error} />}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={question}
        confirmLabel={cancelLabel}
        dismissLabel="Keep it"
        isDanger
        isPending={mutation.isPending && isCancelling}
        error={isCancelling ? error : null}
        onConfirm={() => mutation.mutate(steps.cancel, { onSuccess: () => setAsking(false) })}
      >
        {children}
      </ConfirmDialog>
    </div>
  );
}
