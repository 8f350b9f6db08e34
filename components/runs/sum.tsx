import { Fragment } from "react";
import { cx } from "@/components/ui/cx";
import { formatNumber } from "@/lib/format";
import type { Term } from "./run-sums";

/** A sum in figures: the first term is the whole, the others are its parts. */
export function Sum({ terms, size = "md" }: { terms: readonly Term[]; size?: "md" | "lg" }) {
  const figure = size === "lg" ? "text-3xl max-sm:text-2xl" : "text-2xl max-sm:text-xl";
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-4 max-sm:gap-y-2 sm:gap-x-7">
      {terms.map(({ label, value, isMain }, index) => {
        const sign = index === 0 ? "" : index === 1 ? "=" : "+";
        return (
          <Fragment key={label}>
            {sign && (
              <span className={cx("font-normal text-muted max-sm:hidden", figure)}>
                <span aria-hidden="true">{sign}</span>
                <span className="sr-only">{sign === "=" ? "equals" : "plus"}</span>
              </span>
            )}
            <p className="max-sm:flex max-sm:w-full max-sm:flex-row-reverse max-sm:items-baseline max-sm:justify-between">
              <span
                className={cx(
                  "block font-semibold tabular-nums",
                  figure,
                  isMain ? "text-ink" : "text-muted",
                )}
              >
                {formatNumber(value)}
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
        );
      })}
    </div>
  );
}
