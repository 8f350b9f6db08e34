"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { CountryField, type CountryOption } from "@/components/ui/country-field";
import { TextField } from "@/components/ui/text-field";
import type {
  AudienceActions,
  CellVerdict,
  InvalidRow,
  RowCorrection,
} from "@/lib/audience/protocol";
import { countryName } from "@/lib/phone/country-name";
import { explainReason } from "@/lib/phone/explain-reason";
import { isCountryCode } from "./is-country-code";

export interface RowEditorProps {
  row: InvalidRow;
  countries: readonly CountryOption[];
  judge: AudienceActions["judge"];
  isDisabled: boolean;
  onSave: (correction: RowCorrection) => void;
  onCancel: () => void;
}

/** Corrects one row: what it becomes is shown as it is typed. */
export function RowEditor({ row, countries, judge, isDisabled, onSave, onCancel }: RowEditorProps) {
  const [cell, setCell] = useState(row.cell);
  const [country, setCountry] = useState(row.readAs);
  const [verdict, setVerdict] = useState<CellVerdict | null>(null);
  useEffect(() => {
    let isLatest = true;
    const take = (given: CellVerdict) => {
      if (isLatest) setVerdict(given);
    };
    judge(cell, country).then(take, () => undefined);
    return () => {
      isLatest = false;
    };
  }, [cell, country, judge]);
  const isGood = verdict?.kind === "contact";

  return (
    <form
      className="mt-2 mb-1 flex flex-col gap-3 font-normal"
      onSubmit={async (event) => {
        event.preventDefault();
        const field = event.currentTarget.querySelector("input");
        // Enter may come before the verdict that is shown is that of the last letter.
        const given = await judge(cell, country).catch(() => null);
        if (given?.kind !== "contact") return field?.focus();
        onSave({ line: row.line, original: row.cell, reason: row.reason, cell, country });
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <TextField
          label={`Number in line ${row.line}`}
          value={cell}
          onChange={setCell}
          maxLength={200}
          isDisabled={isDisabled}
          autoComplete="off"
          autoFocus
        />
        <CountryField
          isDisabled={isDisabled}
          label="Read as a number of"
          countries={countries}
          value={country}
          onChange={(code) => {
            if (isCountryCode(code, countries)) setCountry(code);
          }}
        />
      </div>
      <p role="status" className={isGood ? "text-reach-ink" : "text-failed-ink"}>
        {verdict && <Verdict verdict={verdict} cell={cell} country={country} />}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" isDisabled={isDisabled}>
          Save
        </Button>
        <Button size="sm" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function Verdict({
  verdict,
  cell,
  country,
}: {
  verdict: CellVerdict;
  cell: string;
  country: string | null;
}) {
  if (verdict.kind === "blank") return "Type the number.";
  if (verdict.kind === "invalid") return explainReason(verdict.reason, { cell, country });
  return (
    <>
      Becomes <span className="font-semibold tabular-nums">{verdict.e164}</span>,{" "}
      {countryName(verdict.country)}
    </>
  );
}
