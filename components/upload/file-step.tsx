"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FileIcon, UploadIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TextLink } from "@/components/ui/text-link";
import type { AudienceState } from "@/lib/audience/audience-state";
import { formatBytes } from "./format-bytes";
import { StepFrame } from "./step-frame";

const accepted = [".csv", ".tsv", ".txt", "text/csv", "text/tab-separated-values", "text/plain"];

export interface FileStepProps {
  state: AudienceState;
  takesFocus: boolean;
  onFile: (file: File) => void;
  onContinue: () => void;
  onCancel: () => void;
}

/** Choosing the file, by drop, by button or by paste. */
export function FileStep({ state, takesFocus, onFile, onContinue, onCancel }: FileStepProps) {
  const file = "file" in state ? state.file : null;
  const isReading = state.step === "inspecting";
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
      description="A CSV from your CRM or from Excel, with one contact a row."
      takesFocus={takesFocus}
      actions={
        file &&
        !isReading && (
          <>
            <span />
            <Button variant="primary" onPress={onContinue}>
              Continue
            </Button>
          </>
        )
      }
    >
      {state.problem && (
        <Notice tone="danger" title="This file can't be used" isLive>
          <p>{state.problem.message}</p>
        </Notice>
      )}
      {file && (
        <Card>
          {isReading ? (
            <div className="flex items-end gap-4">
              <ProgressBar label={`Reading ${file.name}`} isIndeterminate className="flex-1" />
              <Button size="sm" onPress={onCancel}>
                Cancel
              </Button>
            </div>
          ) : (
            <p className="flex items-center gap-3">
              <FileIcon className="shrink-0 text-muted" />
              <span className="min-w-0 truncate font-medium text-ink">{file.name}</span>
              <span className="shrink-0 text-muted tabular-nums">{formatBytes(file.size)}</span>
            </p>
          )}
        </Card>
      )}
      <DropZone
        aria-label="Drop a file here"
        getDropOperation={() => "copy"}
        onDrop={async (event) => {
          const item = event.items.find((one) => one.kind === "file");
          if (item) onFile(await item.getFile());
        }}
        className="flex min-h-[min(24rem,50vh)] flex-col items-center justify-center gap-4 rounded-xl border-2 border-line-strong border-dashed bg-surface px-6 py-10 text-center transition-colors data-drop-target:border-accent data-drop-target:bg-accent-soft"
      >
        <span className="grid size-12 place-items-center rounded-full bg-reach-soft text-reach-ink">
          <UploadIcon className="size-6" />
        </span>
        <div>
          <p className="font-semibold text-lg text-ink">Drop the file anywhere on this page</p>
          <p className="text-muted">or</p>
        </div>
        <FileTrigger
          ref={input}
          acceptedFileTypes={accepted}
          onSelect={(files) => {
            const chosen = files?.[0];
            if (chosen) onFile(chosen);
          }}
        >
          <Button variant={file ? "secondary" : "primary"} size="lg">
            {file ? "Choose another file" : "Choose a file"}
          </Button>
        </FileTrigger>
        <p className="max-w-md text-muted text-sm">
          It is read and cleaned in your browser. Only the phone numbers and the columns that you
          tick are sent. Up to 1 GB and 2,000,000 rows. No list at hand?{" "}
          <TextLink href="/sample-audience.csv" download prefetch={false}>
            Take the sample
          </TextLink>
          .
        </p>
      </DropZone>
    </StepFrame>
  );
}
