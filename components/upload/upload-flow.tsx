"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import type { CountryOption } from "@/components/ui/country-field";
import { PageHeader } from "@/components/ui/page-header";
import { useAddressState } from "@/components/ui/use-address-state";
import { accountsQuery } from "@/lib/api/queries";
import { useAudience } from "@/lib/audience/use-audience";
import { CleaningStep } from "./cleaning-step";
import { ColumnsStep } from "./columns-step";
import { DropCurtain } from "./drop-curtain";
import { FileStep } from "./file-step";
import { NoAccount } from "./no-account";
import { ReviewStep } from "./review-step";
import { StepTrail } from "./step-trail";
import { furthestStep, nextStep, shownStep, type UploadStep, uploadAddress } from "./upload-step";
import { usePageDrop } from "./use-page-drop";
import { useRecall } from "./use-recall";
import { useRunChoice } from "./use-run-choice";
import { useStartRun } from "./use-start-run";

export interface UploadFlowProps {
  countries: readonly CountryOption[];
  /** The account that the frame has been set to; null for all. */
  shownAccount: string | null;
}

/** From a file to a run: file, columns, review, start. Going back loses nothing. */
export function UploadFlow({ countries, shownAccount }: UploadFlowProps) {
  const audience = useAudience();
  const { state, configure, clean, cancel, expectFile } = audience;
  const [{ step: wanted }, setAddress] = useAddressState(uploadAddress);
  const setStep = (step: UploadStep) => setAddress({ step });
  const [pasted, setPasted] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const accounts = useQuery(accountsQuery()).data?.items ?? [];
  const usable = accounts.filter((account) => account.role !== "viewer");

  const starting = useStartRun(audience);
  const choice = useRunChoice(usable, shownAccount, "file" in state ? state.file : null);
  const recall = useRecall(state, {
    configure,
    choice,
    countries,
    accounts: usable,
    shownAccount,
  });
  const isBusy = starting.isPending;
  const canTake = usable.length > 0 && !isBusy;
  const pick = (file: File) => {
    setRefusal(null);
    audience.pick(file);
  };
  const isDragging = usePageDrop((transfer) => {
    if (!canTake) return;
    if (transfer.kind === "file") return pick(transfer.file);
    setRefusal(transfer.message);
    setStep("file");
  });

  useEffect(() => {
    if (isDragging) expectFile();
  }, [isDragging, expectFile]);

  // The worker decides when a step is done, so the way on follows its state. The next step is drawn
  // with the state that opens it, and then goes into the address.
  const [before, setBefore] = useState(state.step);
  const opened = nextStep(before, state.step);
  const goOn = useEffectEvent(() => {
    setBefore(state.step);
    if (opened) setStep(opened);
    if (opened === "columns") recall.apply();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the news that makes the way go on
  useEffect(() => goOn(), [state.step]);

  const step = state.step === "inspecting" ? "file" : shownStep(opened ?? wanted, state, isBusy);
  // The browser's own Back does not lead away from a start.
  useEffect(() => {
    if (isBusy && wanted !== step) setAddress({ step });
  }, [isBusy, wanted, step, setAddress]);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: "Runs", href: "/runs" }]}
        title="Check an audience"
        actions={
          usable.length > 0 && (
            <StepTrail
              current={step}
              furthest={furthestStep(state)}
              isDisabled={isBusy || state.step === "cleaning"}
              onGo={setStep}
            />
          )
        }
      />
      {usable.length === 0 ? (
        <NoAccount hasAccounts={accounts.length > 0} />
      ) : (
        <>
          {step === "file" && (
            <FileStep
              state={state}
              refusal={refusal}
              takesFocus={state.step !== "idle"}
              pasted={pasted}
              onPasted={setPasted}
              onChoosing={expectFile}
              onFile={pick}
              onContinue={() => setStep("columns")}
              onCancel={cancel}
            />
          )}
          {step === "columns" && state.step === "cleaning" && (
            <CleaningStep fileName={state.file.name} progress={state.progress} onCancel={cancel} />
          )}
          {step === "columns" && state.step !== "cleaning" && "inspection" in state && (
            <ColumnsStep
              inspected={state}
              countries={countries}
              problem={state.problem}
              takesFocus
              isRecalled={recall.isRecalled}
              onForget={recall.forget}
              onSheet={audience.chooseSheet}
              onConfigure={configure}
              onBack={() => setStep("file")}
              onContinue={() => ("review" in state ? setStep("review") : clean())}
            />
          )}
          {step === "review" && "review" in state && (
            <ReviewStep
              state={state}
              actions={audience}
              accounts={usable}
              countries={countries}
              choice={choice}
              starting={starting}
              onBack={() => setStep("columns")}
            />
          )}
        </>
      )}
      {isDragging && canTake && <DropCurtain />}
    </>
  );
}
