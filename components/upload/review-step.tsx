"use client";

import { Equation } from "@/components/runs/equation";
import { Notice } from "@/components/ui/notice";
import type { AudienceActions, LineNotes } from "@/lib/audience/protocol";
import { formatNumber, plural } from "@/lib/format";
import { DuplicateSamples } from "./duplicate-samples";
import { InvalidSamples } from "./invalid-samples";
import { StartPanel, type StartPanelProps } from "./start-panel";
import { StepFrame } from "./step-frame";

export interface ReviewStepProps extends StartPanelProps {
  page: AudienceActions["page"];
  takesFocus: boolean;
}

/** What is in the list, what it will take, and the start. */
export function ReviewStep({ page, takesFocus, ...start }: ReviewStepProps) {
  const { state } = start;
  const { review } = state;
  return (
    <StepFrame title="Is this your audience?" description={state.file.name} takesFocus={takesFocus}>
      <Equation counts={review.counts} />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="flex flex-col gap-5 max-lg:order-2">
          <Oddities notes={review.ragged} what="more or fewer cells than the header" />
          <Oddities notes={review.brokenQuotes} what="quotes that are not closed" />
          <InvalidSamples review={review} page={page} />
          <DuplicateSamples review={review} page={page} keep={state.options.keep} />
        </div>
        <StartPanel {...start} />
      </div>
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
        They were read as well as they can be. Look at {notes.rows === 1 ? "line" : "lines"} {lines}
        {more}.
      </p>
    </Notice>
  );
}
