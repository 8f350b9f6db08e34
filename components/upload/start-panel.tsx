"use client";

import { Card } from "@/components/ui/card";
import { FormError } from "@/components/ui/form-error";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { AccountView } from "@/lib/api/accounts";
import type { RunListItem } from "@/lib/api/runs";
import type { AudienceState, Cleaned } from "@/lib/audience/audience-state";
import { formatNumber, plural } from "@/lib/format";
import type { StartPlan } from "./open-draft";
import { PlanSummary } from "./plan-summary";
import { SameFileNotice } from "./same-file-notice";
import type { RunChoice } from "./use-run-choice";

/** The form that the start button below the step belongs to. */
export const START_FORM = "start-run";

export interface StartPanelProps {
  state: AudienceState & Cleaned;
  accounts: readonly AccountView[];
  account: AccountView | undefined;
  /** Of the same file, with this account. */
  earlier: RunListItem | null;
  choice: RunChoice;
  /** The start, and the upload before it, under way. */
  isPending: boolean;
  /** Why the start did not work. */
  problem: string | null;
  onStart: (plan: StartPlan) => void;
}

/** Who pays, what it is called, and what it takes. */
export function StartPanel({
  state,
  accounts,
  account,
  earlier,
  choice,
  isPending,
  problem,
  onStart,
}: StartPanelProps) {
  const { name, setName, nameError, accountId, setAccountId } = choice;
  const { counts, countries } = state.review;
  const { unique } = counts;
  return (
    <Card title="Look up" className="lg:sticky lg:top-6">
      <form
        id={START_FORM}
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (account && !nameError && unique > 0 && state.step !== "recounting") {
            onStart({ accountId: account.id, name: name.trim(), cleaned: state });
          }
        }}
      >
        <FormError message={problem} />
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
        {account && <PlanSummary account={account} contacts={unique} countries={countries} />}
        {account && earlier && <SameFileNotice earlier={earlier} isSandbox={account.isSandbox} />}
        {state.step === "uploading" && (
          <div className="flex flex-col gap-3">
            <ProgressBar
              label="Sending the numbers"
              value={state.progress.sent}
              maxValue={Math.max(1, state.progress.total)}
              valueText={`${formatNumber(state.progress.sent)} of ${plural(state.progress.total, "row")}`}
            />
            <p className="text-muted text-sm">
              Keep this page open until they are sent. After that you can close it.
            </p>
          </div>
        )}
        {unique === 0 && (
          <p className="text-muted">
            There are no usable numbers in this list, so there is nothing to start.
          </p>
        )}
      </form>
    </Card>
  );
}
