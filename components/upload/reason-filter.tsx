"use client";

import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import type { ReasonCount } from "@/lib/audience/protocol";
import { formatNumber } from "@/lib/format";
import { reasonTitle } from "@/lib/phone/explain-reason";

export const ALL = "all";
export const CORRECTED = "corrected";

/** With more choices than this, a row of them is harder to read than a list. */
const MOST_IN_A_ROW = 4;

export interface ReasonFilterProps {
  reasons: readonly ReasonCount[];
  total: number;
  corrected: number;
  /** A reason, `ALL` or `CORRECTED`. */
  value: string;
  onChange: (id: string) => void;
}

/** Which of the invalid rows are shown, with the count of each kind. */
export function ReasonFilter({ reasons, total, corrected, value, onChange }: ReasonFilterProps) {
  const choices = [
    { id: ALL, label: "All invalid", count: total },
    ...(corrected > 0 ? [{ id: CORRECTED, label: "Corrected", count: corrected }] : []),
    ...reasons.map(({ reason, rows }) => ({ id: reason, label: reasonTitle(reason), count: rows })),
  ];
  if (choices.length > MOST_IN_A_ROW) {
    return (
      <Select
        className="w-64 max-sm:w-full"
        label="Show"
        choices={choices.map(({ id, label, count }) => ({
          id,
          label,
          aside: formatNumber(count),
        }))}
        value={value}
        onChange={onChange}
      />
    );
  }
  return (
    <Segmented
      label="Show"
      value={value}
      onChange={onChange}
      items={choices.map(({ id, label, count }) => ({
        id,
        label: (
          <>
            {label} <span className="text-ink tabular-nums">{formatNumber(count)}</span>
          </>
        ),
      }))}
    />
  );
}
