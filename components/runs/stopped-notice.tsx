"use client";

import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { PlayIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { RunView } from "@/lib/api/runs";
import { cureOf, lowerFirst } from "./stopped-words";
import { useRunStep } from "./use-run-step";

/** A run that was paused or given up for a reason: what happened, and how it goes on. */
export function StoppedNotice({ run, canSteer }: { run: RunView; canSteer: boolean }) {
  const { status, reason } = run;
  const step = useRunStep(run.id);
  const cure = canSteer ? cureOf(run) : null;
  const isFailed = status === "failed";
  const title = reason?.title ?? "The run could not go on";
  return (
    <Notice
      tone={isFailed ? "danger" : "warning"}
      isLive
      title={isFailed ? title : `Paused: ${lowerFirst(title)}`}
      action={
        canSteer && (
          <>
            {cure && (
              <LinkButton size="sm" href={`/accounts/${run.accountId}`}>
                {cure.label}
              </LinkButton>
            )}
            {/* A paused run has its button beside its progress. */}
            {isFailed && (
              <Button
                size="sm"
                variant="primary"
                isPending={step.isPending}
                onPress={() => step.mutate("resumeRun")}
              >
                <PlayIcon />
                Resume
              </Button>
            )}
          </>
        )
      }
    >
      <p>
        {reason?.detail} {cure?.note}
      </p>
      <p>
        {canSteer
          ? "Resumed, it goes on where it stood. What is known stays, and can be exported."
          : "What is known stays. An owner or an analyst of the account can resume it."}
      </p>
      <FormError message={step.error ? errorMessage(step.error) : null} />
    </Notice>
  );
}
