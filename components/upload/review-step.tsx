"use client";

import { Equation } from "@/components/runs/equation";
import { Button } from "@/components/ui/button";
import type { CountryOption } from "@/components/ui/country-field";
import { Later } from "@/components/ui/later";
import { Notice } from "@/components/ui/notice";
import type { AccountView } from "@/lib/api/accounts";
import type { AudienceState, Cleaned } from "@/lib/audience/audience-state";
import type { AudienceActions, LineNotes } from "@/lib/audience/protocol";
import { formatNumber, plural } from "@/lib/format";
import { DuplicateSamples } from "./duplicate-samples";
import { InvalidCard } from "./invalid-card";
import { ReviewStatus } from "./review-status";
import { StartNotes } from "./start-notes";
import { START_FORM, StartPanel } from "./start-panel";
import { StepFrame } from "./step-frame";
import { useEarlierRun } from "./use-earlier-run";
import { useLeaveWarning } from "./use-leave-warning";
import type { RunChoice } from "./use-run-choice";
import type { StartRun } from "./use-start-run";

export interface ReviewStepProps {
  state: AudienceState & Cleaned;
  actions: Pick<AudienceActions, "page" | "listInvalid" | "judge" | "recount" | "cancel">;
  /** Those that the user may start runs with; not empty. */
  accounts: readonly AccountView[];
  countries: readonly CountryOption[];
  choice: RunChoice;
  starting: StartRun;
  onBack: () => void;
}

/** What is in the list, what it will take, and the start. */
export function ReviewStep({
  state,
  actions,
  accounts,
  countries,
  choice,
  starting,
  onBack,
}: ReviewStepProps) {
  const { review } = state;
  const { isPending } = starting;
  const isSending = state.step === "uploading";
  const isRecounting = state.step === "recounting";
  useLeaveWarning(isSending);
  const account = accounts.find(({ id }) => id === choice.accountId);
  const { unique } = review.counts;
  const problem = isPending ? null : (state.problem?.message ?? starting.error);
  const same = useEarlierRun(choice.accountId, review.fingerprint);
  // A start that is under way or failed may have made that run itself.
  const earlier = isPending || problem ? null : same;
  return (
    <StepFrame
      title="Is this your audience?"
      description={state.file.name}
      takesFocus
      actions={
        <>
          {isSending || isRecounting ? (
            <Button onPress={actions.cancel}>Stop</Button>
          ) : (
            <Button variant="quiet" onPress={onBack} isDisabled={isPending}>
              Back
            </Button>
          )}
          {account && (
            <div className="max-sm:order-first max-sm:w-full sm:ml-auto sm:max-lg:max-w-80 lg:max-w-96">
              <StartNotes account={account} contacts={unique} earlier={earlier} />
            </div>
          )}
          <div className="flex items-center gap-4">
            <ReviewStatus state={state} />
            <Button
              type="submit"
              form={START_FORM}
              variant="primary"
              isPending={isPending}
              isDisabled={unique === 0 || !account || choice.nameError !== null || isRecounting}
            >
              {problem ? "Try again" : `Start ${plural(unique, "lookup")}`}
            </Button>
          </div>
        </>
      }
    >
      <Equation counts={review.counts} />
      <Later until={<div className="h-dvh" />}>
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div className="flex flex-col gap-5 max-lg:order-2">
            <Oddities notes={review.ragged} what="more or fewer cells than the header" />
            <Oddities notes={review.brokenQuotes} what="quotes that are not closed" />
            <Later>
              <InvalidCard
                cleaned={state}
                countries={countries}
                actions={actions}
                isDisabled={isPending}
                isCounted={!isRecounting}
              />
              <DuplicateSamples review={review} page={actions.page} keep={state.options.keep} />
            </Later>
          </div>
          <StartPanel
            state={state}
            accounts={accounts}
            account={account}
            earlier={earlier}
            choice={choice}
            isPending={isPending}
            problem={problem}
            onStart={starting.start}
          />
        </div>
      </Later>
    </StepFrame>
  );
}

function Oddities({ notes, what }: { notes: LineNotes; what: string }) {
  if (notes.rows === 0) return null;
  const lines = notes.lines.map(formatNumber).join(", ");
  const more = notes.rows > notes.lines.length ? " and more" : "";
  return (
    <Notice tone="warning" title={`${plural(notes.rows, "row has", "rows have")} ${what}`}>
      <p>
        They were read as well as possible. Check {notes.rows === 1 ? "line" : "lines"} {lines}
        {more}.
      </p>
    </Notice>
  );
}
