"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { CleanProgress } from "@/lib/audience/protocol";
import { plural } from "@/lib/format";
import { StepFrame } from "./step-frame";

export interface CleaningStepProps {
  fileName: string;
  progress: CleanProgress;
  onCancel: () => void;
}

/** The whole file is read, in a worker of the browser. */
export function CleaningStep({ fileName, progress, onCancel }: CleaningStepProps) {
  return (
    <StepFrame title="Cleaning the list" description={fileName} takesFocus>
      <Card>
        <div className="flex flex-wrap items-end gap-4">
          <ProgressBar
            label="Reading every row"
            value={progress.bytesRead}
            maxValue={Math.max(1, progress.bytesTotal)}
            valueText={plural(progress.rows, "row")}
            className="min-w-0 flex-1 basis-64"
          />
          <Button onPress={onCancel}>Cancel</Button>
        </div>
      </Card>
    </StepFrame>
  );
}
