"use client";

import { cx } from "@/components/ui/cx";
import { CheckIcon } from "@/components/ui/icons";
import { UPLOAD_STEPS, type UploadStep } from "./upload-step";

const labels: Record<UploadStep, string> = {
  file: "File",
  columns: "Columns",
  review: "Review and start",
};

export interface StepTrailProps {
  current: UploadStep;
  /** Steps up to this one can be gone to. */
  furthest: UploadStep;
  isDisabled: boolean;
  onGo: (step: UploadStep) => void;
}

/** Where one is on the way from the file to the run. */
export function StepTrail({ current, furthest, isDisabled, onGo }: StepTrailProps) {
  const here = UPLOAD_STEPS.indexOf(current);
  const reach = UPLOAD_STEPS.indexOf(furthest);
  return (
    <nav aria-label="Steps">
      <ol className="flex items-center gap-2 sm:gap-3">
        {UPLOAD_STEPS.map((step, index) => (
          <li key={step} className="flex items-center gap-2 sm:gap-3">
            {index > 0 && <span aria-hidden="true" className="h-px w-4 bg-line-strong sm:w-8" />}
            <button
              type="button"
              disabled={isDisabled || index > reach}
              aria-current={index === here ? "step" : undefined}
              onClick={() => onGo(step)}
              className={cx(
                "flex min-h-8 items-center gap-2 rounded-sm pr-1 font-medium",
                index === here ? "text-ink" : "text-muted enabled:hover:text-ink",
              )}
            >
              <span
                className={cx(
                  "grid size-6 place-items-center rounded-full border text-sm tabular-nums",
                  index === here && "border-ink bg-ink text-on-ink",
                  index !== here && index < reach && "border-reach bg-reach-soft text-reach-ink",
                  index !== here && index >= reach && "border-line-strong",
                )}
              >
                {index !== here && index < reach ? <CheckIcon className="size-3.5" /> : index + 1}
              </span>
              <span className={cx(index !== here && "max-sm:sr-only")}>{labels[step]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
