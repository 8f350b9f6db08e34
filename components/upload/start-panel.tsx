"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormError } from "@/components/ui/form-error";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { AccountView } from "@/lib/api/accounts";
import { newRun } from "@/lib/api/runs";
import type { AudienceState, Cleaned } from "@/lib/audience/audience-state";
import { formatNumber, plural } from "@/lib/format";
import type { StartPlan } from "./open-draft";
import { PlanSummary } from "./plan-summary";
import { SameFileNotice } from "./same-file-notice";
import { useLeaveWarning } from "./use-leave-warning";
import type { RunChoice } from "./use-run-choice";

export interface StartPanelProps {
  state: AudienceState & Cleaned;
  /** Those that the user may start runs with; not empty. */
  accounts: readonly AccountView[];
  choice: RunChoice;
  /** The start, and the upload before it, under way. */
  isPending: boolean;
  /** Why the start did not work. */
  error: string | null;
  onStart: (plan: StartPlan) => void;
  onStop: () => void;
  onBack: () => void;
}

/** Who pays, what it is called, what it takes: and the start. */
export function StartPanel({
  state,
  accounts,
  choice,
  isPending,
  error,
  onStart,
  onStop,
  onBack,
}: StartPanelProps) {
  const { review } = state;
  const { name, setName, accountId, setAccountId } = choice;
  const isSending = state.step === "uploading";
  useLeaveWarning(isSending);
  const account = accounts.find(({ id }) => id === accountId);
  const { unique } = review.counts;
  const nameError = newRun.shape.name.safeParse(name).error?.issues[0]?.message ?? null;
  const problem = state.problem?.message ?? error;

  return (
    <Card title="Look up" className="lg:sticky lg:top-6">
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (account && !nameError && unique > 0) {
            onStart({ accountId: account.id, name: name.trim(), cleaned: state });
          }
        }}
      >
        <TextField
          label="Name of the run"
          value={name}
          onChange={setName}
          maxLength={120}
          error={nameError}
          isDisabled={isPending}
          autoComplete="off"
        />
        {accounts.length > 1 && (
          <Select
            label="Account"
            choices={accounts.map((one) => ({ id: one.id, label: one.name, note: one.sid }))}
            value={accountId}
            onChange={setAccountId}
            isDisabled={isPending}
          />
        )}
        {account && <PlanSummary account={account} contacts={unique} />}
        {account && review.fingerprint && !isPending && !problem && (
          <SameFileNotice accountId={account.id} fingerprint={review.fingerprint} />
        )}
        {isSending && (
          <div className="flex flex-col gap-3">
            <ProgressBar
              label="Sending the numbers"
              value={state.progress.sent}
              maxValue={Math.max(1, state.progress.total)}
              valueText={`${formatNumber(state.progress.sent)} of ${plural(state.progress.total, "row")}`}
            />
            <p className="text-muted text-sm">
              Keep this page open until they have arrived. After that you can close it.
            </p>
          </div>
        )}
        <FormError message={isPending ? null : problem} />
        {unique === 0 && (
          <p className="text-muted">There is no usable number in this list, so nothing to start.</p>
        )}
        <div className="flex flex-wrap gap-2">
          {!isPending && (
            <Button size="lg" onPress={onBack}>
              Back
            </Button>
          )}
          <Button
            type="submit"
            variant="primary"
            size="lg"
            isPending={isPending}
            isDisabled={unique === 0 || !account || nameError !== null}
            className="flex-1"
          >
            {problem ? "Try again" : `Start ${plural(unique, "lookup")}`}
          </Button>
          {isSending && (
            <Button size="lg" onPress={onStop}>
              Stop
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
