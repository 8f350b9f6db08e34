"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { CleanProgress } from "@/lib/audience/protocol";
import { plural } from "@/lib/format";
import { QuarterStatus } from "./quarter-status";
import { StepFrame } from "./step-frame";

export interface CleaningStepProps {
  fileName: string;
  progress: CleanProgress;
  onCancel: () => void;
}

/** The whole file is read, in a worker of the browser. */
export function CleaningStep({ fileName, progress, onCancel }: CleaningStepProps) {
  const { bytesRead, bytesTotal, rows } = progress;
  return (
    <StepFrame title="Cleaning the list" description={fileName} takesFocus>
      <Card>
        <div className="flex flex-wrap items-end gap-4">
          <ProgressBar
            label="Reading every row"
            value={bytesRead}
            maxValue={Math.max(1, bytesTotal)}
            isIndeterminate={bytesTotal === 0}
            valueText={plural(rows, "row")}
            className="min-w-0 flex-1 basis-64"
          />
          <Button onPress={onCancel}>Cancel</Button>
        </div>
        <QuarterStatus what="Read" done={bytesRead} total={bytesTotal} />
      </Card>
    </StepFrame>
  );
}
