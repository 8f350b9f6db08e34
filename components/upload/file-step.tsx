"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "@/components/ui/button";
import { ArrowRightIcon, FileIcon, UploadIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { AudienceState } from "@/lib/audience/audience-state";
import { formatBytes } from "./format-bytes";
import { PasteCard } from "./paste-card";
import { SampleCard } from "./sample-card";
import { StepFrame } from "./step-frame";

const accepted = [
  ".csv",
  ".tsv",
  ".txt",
  ".xlsx",
  ".xlsm",
  "text/csv",
  "text/tab-separated-values",
  "text/plain",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
];

export interface FileStepProps {
  state: AudienceState;
  /** Why what was dropped or pasted is no list. */
  refusal: string | null;
  takesFocus: boolean;
  pasted: string;
  onPasted: (text: string) => void;
  /** The person is about to choose a file. */
  onChoosing: () => void;
  onFile: (file: File) => void;
  onContinue: () => void;
  onCancel: () => void;
}

/** Choosing the list, by drop, by button or by paste. */
export function FileStep({
  state,
  refusal,
  takesFocus,
  pasted,
  onPasted,
  onChoosing,
  onFile,
  onContinue,
  onCancel,
}: FileStepProps) {
  const file = "file" in state ? state.file : null;
  const isReading = state.step === "inspecting";
  const problem = refusal ?? state.problem?.message;
  const input = useRef<HTMLInputElement>(null);
  const take = useEffectEvent((files: FileList | null | undefined) => {
    const chosen = files?.[0];
    if (chosen) onFile(chosen);
  });
  // On a slow line a file can be chosen before the page has come to life.
  useEffect(() => take(input.current?.files), []);
  return (
    <StepFrame
      title="Choose the list"
      description="From your CRM or Excel, with one contact per row."
      takesFocus={takesFocus}
      actions={
        file &&
        !isReading && (
          <>
            <p className="flex min-w-0 items-center gap-2">
              <FileIcon className="shrink-0 text-muted" />
              <span className="min-w-0 truncate font-medium text-ink">{file.name}</span>
              <span className="shrink-0 text-muted tabular-nums">{formatBytes(file.size)}</span>
            </p>
            <Button variant="primary" onPress={onContinue}>
              Continue
              <ArrowRightIcon />
            </Button>
          </>
        )
      }
    >
      {problem && (
        <Notice tone="danger" title="This file can't be used" isLive>
          <p>{problem}</p>
        </Notice>
      )}
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="flex min-h-[min(20rem,44dvh)] flex-col items-center justify-center gap-4 rounded-xl border-2 border-line-strong border-dashed bg-surface px-6 py-8 text-center">
          {isReading ? (
            <div className="flex w-full max-w-sm flex-col items-center gap-5">
              <ProgressBar label={`Reading ${file?.name}`} isIndeterminate />
              <Button onPress={onCancel}>Cancel</Button>
            </div>
          ) : (
            <>
              <span className="grid size-12 place-items-center rounded-full bg-reach-soft text-reach-ink">
                <UploadIcon className="size-6" />
              </span>
              <p className="font-semibold text-ink text-lg">
                Drop a CSV or Excel file anywhere on this page
              </p>
              <FileTrigger
                ref={input}
                acceptedFileTypes={accepted}
                onSelect={(files) => take(files)}
              >
                <Button
                  variant={file ? "secondary" : "primary"}
                  size="lg"
                  onPressStart={onChoosing}
                >
                  {file ? "Choose another file" : "Choose a file"}
                </Button>
              </FileTrigger>
              <p className="max-w-sm text-muted text-sm">
                It is read in your browser. Only the numbers and the columns you select are sent. Up
                to 1 GB and 2,000,000 rows.
              </p>
            </>
          )}
        </div>
        <PasteCard text={pasted} onText={onPasted} onFile={onFile} />
      </div>
      <SampleCard onFile={onFile} />
    </StepFrame>
  );
}
