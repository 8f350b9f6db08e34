"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { CountryOption } from "@/components/ui/country-field";
import { FormError } from "@/components/ui/form-error";
import { ArrowRightIcon } from "@/components/ui/icons";
import { Later } from "@/components/ui/later";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { Inspected } from "@/lib/audience/audience-state";
import type { AudienceProblem, CleanOptions } from "@/lib/audience/protocol";
import { formatNumber, plural } from "@/lib/format";
import { CountryChoice } from "./country-choice";
import { KeptColumns } from "./kept-columns";
import { NumberTypes } from "./number-types";
import { PhoneColumnField } from "./phone-column-field";
import { PreviewTable } from "./preview-table";
import { RepeatChoice } from "./repeat-choice";
import { StepFrame } from "./step-frame";

export interface ColumnsStepProps {
  inspected: Inspected;
  countries: readonly CountryOption[];
  problem: AudienceProblem | null;
  takesFocus: boolean;
  /** The choices are those of the last list of this kind, not the proposed ones. */
  isRecalled: boolean;
  onForget: () => void;
  onSheet: (sheet: string) => void;
  onConfigure: (changes: Partial<CleanOptions>) => void;
  onBack: () => void;
  onContinue: () => void;
}

/** How the file is read, with what comes of it beside. */
export function ColumnsStep({
  inspected,
  countries,
  problem,
  takesFocus,
  isRecalled,
  onForget,
  onSheet,
  onConfigure,
  onBack,
  onContinue,
}: ColumnsStepProps) {
  const { file, inspection, options, preview } = inspected;
  const rows = plural(inspection.headRows, "row");
  const where = inspection.wholeFile ? `All ${rows}` : `The first ${rows}`;
  const canGo = options.phoneColumn !== null;
  return (
    <StepFrame
      title="Which column holds the phone numbers?"
      description={file.name}
      takesFocus={takesFocus}
      actions={
        <>
          <Button variant="quiet" onPress={onBack}>
            Back
          </Button>
          <div className="flex items-center gap-4">
            {preview && canGo && (
              <p role="status" className="text-muted text-sm tabular-nums max-sm:hidden">
                {formatNumber(preview.counts.unique)} usable in{" "}
                {inspection.wholeFile ? rows : `the first ${rows}`}
              </p>
            )}
            <Button variant="primary" onPress={onContinue} isDisabled={!canGo}>
              Continue
              <ArrowRightIcon />
            </Button>
          </div>
        </>
      }
    >
      <FormError message={problem?.message} />
      {isRecalled && (
        <Notice
          title="Same settings as your last list with these columns"
          isLive
          action={
            <Button size="sm" onPress={onForget}>
              Reset
            </Button>
          }
        />
      )}
      {!canGo && (
        <Notice tone="warning" title="No column looks like phone numbers">
          <p>Choose the column that holds them, or go back and choose another file.</p>
        </Notice>
      )}
      <Later until={<div className="h-dvh" />}>
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
          <div className="flex flex-col gap-5">
            <Card>
              <div className="flex flex-col gap-5">
                {inspection.sheets.length > 1 && (
                  <Select
                    label="Sheet"
                    choices={inspection.sheets.map((sheet) => ({ id: sheet, label: sheet }))}
                    value={inspection.sheet}
                    onChange={onSheet}
                  />
                )}
                <PhoneColumnField
                  inspection={inspection}
                  options={options}
                  onConfigure={onConfigure}
                />
                <Later>
                  <CountryChoice
                    inspection={inspection}
                    options={options}
                    countries={countries}
                    onConfigure={onConfigure}
                  />
                  <RepeatChoice keep={options.keep} onConfigure={onConfigure} />
                </Later>
              </div>
            </Card>
            <Later>
              <KeptColumns inspection={inspection} options={options} onConfigure={onConfigure} />
            </Later>
          </div>
          <div className="flex flex-col gap-5">
            {canGo && !preview && <Skeleton className="h-120 rounded-lg" />}
            {canGo && preview && (
              <>
                <PreviewTable preview={preview} where={where} />
                <Later>
                  <NumberTypes preview={preview} options={options} onConfigure={onConfigure} />
                </Later>
              </>
            )}
          </div>
        </div>
      </Later>
    </StepFrame>
  );
}
