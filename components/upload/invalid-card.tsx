"use client";

import { useCallback, useState } from "react";
import { Card } from "@/components/ui/card";
import { CountryField, type CountryOption } from "@/components/ui/country-field";
import { LoadMore } from "@/components/ui/pagination";
import type { Cleaned } from "@/lib/audience/audience-state";
import type { AudienceActions, InvalidRow, RowCorrection } from "@/lib/audience/protocol";
import { formatNumber, plural } from "@/lib/format";
import type { InvalidReason } from "@/lib/phone/invalid-reason";
import { InvalidRows } from "./invalid-rows";
import { isCountryCode } from "./is-country-code";
import { ALL, CORRECTED, ReasonFilter } from "./reason-filter";
import { tellingRows } from "./telling-rows";
import { useSampleRows } from "./use-sample-rows";

const FIRST = 6;

export interface InvalidCardProps {
  cleaned: Cleaned;
  countries: readonly CountryOption[];
  actions: Pick<AudienceActions, "listInvalid" | "judge" | "recount">;
  /** A start is under way: it is looked up as it is. */
  isDisabled: boolean;
  /** The review is of the latest choices, not of those before. */
  isCounted: boolean;
}

/** The rows that are no number: by reason, each to be corrected in place. */
export function InvalidCard({
  cleaned,
  countries,
  actions,
  isDisabled,
  isCounted,
}: InvalidCardProps) {
  const { review, options, inspection } = cleaned;
  const { corrections } = options;
  const [filter, setFilter] = useState<string>(ALL);
  const reason = review.reasons.find((one) => one.reason === filter)?.reason ?? null;
  const shown = filter === CORRECTED && corrections.length > 0 ? CORRECTED : (reason ?? ALL);
  const total = review.counts.invalid;
  const { listInvalid } = actions;
  const list = useSampleRows({
    review,
    list: useCallback((limit: number) => listInvalid(reason, limit), [listInvalid, reason]),
    first: firstRows(review.samples.invalid, reason),
    // Of one reason, the review may have fewer.
    asks: reason === null ? 0 : FIRST,
  });
  if (total === 0 && corrections.length === 0) return null;

  const corrected = corrections.filter((one) => shown !== reason || one.reason === reason);
  const rows = shown === CORRECTED ? corrected.map(asRow) : withCorrected(list.rows, corrected);
  const countryColumn = inspection.columns.find(({ index }) => index === options.countryColumn);
  const ofReason = review.reasons.find((one) => one.reason === reason)?.rows ?? total;
  return (
    <Card
      title={`${formatNumber(total)} invalid`}
      description="They are not looked up. Correct what you can here; the run keeps a list of the rest."
    >
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <ReasonFilter
          reasons={review.reasons}
          total={total}
          corrected={corrections.length}
          value={shown}
          onChange={setFilter}
        />
        <CountryField
          isDisabled={isDisabled}
          className="w-64 max-sm:w-full"
          label={
            countryColumn
              ? `Country where “${countryColumn.name}” is blank`
              : "Country for numbers without a +"
          }
          countries={countries}
          value={options.defaultCountry}
          onChange={(code) => {
            if (isCountryCode(code, countries) && code !== options.defaultCountry) {
              actions.recount({ defaultCountry: code });
            }
          }}
        />
      </div>
      <InvalidRows
        rows={rows}
        corrections={corrections}
        countries={countries}
        judge={actions.judge}
        isDisabled={isDisabled}
        isCounted={isCounted && !list.isLoading}
        onCorrect={(changed) => actions.recount({ corrections: changed })}
      />
      {shown !== CORRECTED && list.rows.length < ofReason && (
        <LoadMore
          summary={`${formatNumber(list.rows.length)} of ${plural(ofReason, "row")} shown`}
          onMore={list.showMore}
          isPending={list.isLoading}
        />
      )}
    </Card>
  );
}

/** Some of each reason, or those of one. */
function firstRows(samples: readonly InvalidRow[], reason: InvalidReason | null): InvalidRow[] {
  if (reason === null) return tellingRows(samples, FIRST);
  return samples.filter((row) => row.reason === reason).slice(0, FIRST);
}

function asRow({ line, original, reason, country }: RowCorrection): InvalidRow {
  return { line, cell: original, reason, readAs: country };
}

/** Corrected rows stay where they were, though the count has them no more. */
function withCorrected(
  rows: readonly InvalidRow[],
  corrected: readonly RowCorrection[],
): InvalidRow[] {
  const lines = new Set(rows.map(({ line }) => line));
  const gone = corrected.filter(({ line }) => !lines.has(line));
  return [...rows, ...gone.map(asRow)].sort((a, b) => a.line - b.line);
}
