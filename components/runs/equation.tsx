import { Fragment } from "react";
import { cx } from "@/components/ui/cx";
import type { RowCounts } from "@/lib/api/runs";
import { formatNumber } from "@/lib/format";

const parts: { key: keyof RowCounts; label: string; sign: string; isMain?: boolean }[] = [
  { key: "rows", label: "rows in the file", sign: "", isMain: true },
  { key: "unique", label: "unique numbers", sign: "=", isMain: true },
  { key: "duplicates", label: "duplicates", sign: "+" },
  { key: "invalid", label: "invalid", sign: "+" },
  { key: "blank", label: "blank", sign: "+" },
];

/** Every row of the file is somewhere, and it adds up. */
export function Equation({ counts }: { counts: RowCounts }) {
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-4 rounded-lg border border-line bg-surface px-5 py-5 shadow-xs sm:gap-x-7">
      {parts.map(({ key, label, sign, isMain }) => (
        <Fragment key={key}>
          {sign && (
            <span className="font-normal text-3xl text-muted max-sm:hidden">
              <span aria-hidden="true">{sign}</span>
              <span className="sr-only">{sign === "=" ? "equals" : "plus"}</span>
            </span>
          )}
          <p className="max-sm:flex max-sm:w-full max-sm:flex-row-reverse max-sm:items-baseline max-sm:justify-between">
            <span
              className={cx(
                "block font-semibold text-3xl tabular-nums max-sm:text-2xl",
                isMain ? "text-ink" : "text-muted",
              )}
            >
              {formatNumber(counts[key])}
            </span>
            <span className="text-muted">
              {sign && (
                <span aria-hidden="true" className="inline-block w-5 sm:hidden">
                  {sign}
                </span>
              )}
              {label}
            </span>
          </p>
        </Fragment>
      ))}
    </div>
  );
}
