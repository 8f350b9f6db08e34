"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { sumOfRows } from "@/lib/api/row-counts";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { costSentence } from "./cost-words";
import { useRunStep } from "./use-run-step";

/** A run that was uploaded, wholly or in part, but never started. */
export function DraftNotice({ run, canSteer }: { run: RunView; canSteer: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const step = useRunStep(run.id);
  const { rows, unique } = run.counts;
  const arrived = sumOfRows(run.counts);

  if (arrived < rows) {
    return (
      <Notice
        tone="warning"
        title="The upload was not finished"
        action={
          canSteer && (
            <LinkButton size="sm" href="/runs/new">
              Upload the file again
            </LinkButton>
          )
        }
      >
        <p>
          {formatNumber(arrived)} of {plural(rows, "row")} of “{run.fileName}” arrived, and nothing
          was looked up. Choose the same file again to go on, or delete this draft.
        </p>
      </Notice>
    );
  }
  return (
    <Notice
      title="Ready, but not started"
      action={
        canSteer &&
        unique > 0 && (
          <Button size="sm" variant="primary" onPress={() => setAsking(true)}>
            Start {plural(unique, "lookup")}
          </Button>
        )
      }
    >
      <p>
        {unique > 0
          ? "The whole file has arrived. Nothing has been looked up yet."
          : "The whole file has arrived, but it holds no usable number."}
      </p>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={`Start ${plural(unique, "lookup")}?`}
        confirmLabel="Start"
        isPending={step.isPending}
        error={step.error ? errorMessage(step.error) : null}
        onConfirm={() => step.mutate("startRun", { onSuccess: () => setAsking(false) })}
      >
        <p>{costSentence(run, unique)}</p>
      </ConfirmDialog>
    </Notice>
  );
}
