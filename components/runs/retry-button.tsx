"use client";

import { useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { RetryIcon } from "@/components/ui/icons";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { costSentence } from "./cost-words";
import { unanswered, unansweredWords } from "./unanswered";
import { useRunStep } from "./use-run-step";

/** Asks again for the contacts of a finished run that have no answer, once it was confirmed. */
export function RetryButton({ run, ...look }: { run: RunView } & Pick<ButtonProps, "size">) {
  const [isAsking, setAsking] = useState(false);
  const step = useRunStep(run.id);
  const count = unanswered(run.outcomes);
  const rest = run.counts.unique - count;
  // Only a run that has come to its end can be retried: others are resumed, or over.
  if (run.status !== "done" || count === 0) return null;
  return (
    <>
      <Button
        {...look}
        onPress={() => {
          step.reset();
          setAsking(true);
        }}
      >
        <RetryIcon />
        Retry those without an answer
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={`Ask again for ${plural(count, "contact")}?`}
        confirmLabel={`Look up ${formatNumber(count)} again`}
        isPending={step.isPending}
        error={step.error ? errorMessage(step.error) : null}
        onConfirm={() => step.mutate("retryRun", { onSuccess: () => setAsking(false) })}
      >
        <p>
          {unansweredWords(run.outcomes)}.{" "}
          {rest > 0 &&
            `${plural(rest, "other contact is", "other contacts are")} not asked again and ${rest === 1 ? "keeps its result" : "keep their results"}.`}
        </p>
        {run.outcomes.failed > 0 && (
          <p>
            They go out in smaller calls than before, in the end one by one: a number that Kaleyra
            always fails on then takes no others along.
          </p>
        )}
        <p>
          {costSentence(run, count)}
          {!run.isSandbox && " Each may be billed, also if it was billed the first time."}
        </p>
      </ConfirmDialog>
    </>
  );
}
