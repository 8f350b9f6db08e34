import { Fragment } from "react";
import { cx } from "@/components/ui/cx";
import type { AudienceCounts } from "@/lib/audience/protocol";
import { formatNumber } from "@/lib/format";

const parts: { key: keyof AudienceCounts; label: string; sign: string; tone: string }[] = [
  { key: "rows", label: "rows in the file", sign: "", tone: "text-ink" },
  { key: "unique", label: "unique numbers", sign: "=", tone: "text-reach-ink" },
  { key: "duplicates", label: "duplicates", sign: "+", tone: "text-ink" },
  { key: "invalid", label: "invalid", sign: "+", tone: "text-ink" },
  { key: "blank", label: "blank", sign: "+", tone: "text-ink" },
];

/** Every row of the file is somewhere, and it adds up. */
export function Equation({ counts }: { counts: AudienceCounts }) {
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-4 rounded-lg border border-line bg-surface px-5 py-5 shadow-xs sm:gap-x-7">
      {parts.map(({ key, label, sign, tone }) => (
        <Fragment key={key}>
          {sign && (
            <span className="font-normal text-3xl text-muted max-sm:hidden">
              <span aria-hidden="true">{sign}</span>
              <span className="sr-only">{sign === "=" ? "equals" : "plus"}</span>
            </span>
          )}
          <p className="max-sm:flex max-sm:w-full max-sm:items-baseline max-sm:justify-between">
            <span className={cx("block font-semibold text-3xl tabular-nums max-sm:text-2xl", tone)}>
              {formatNumber(counts[key])}
            </span>
            <span className="text-muted">{label}</span>
          </p>
        </Fragment>
      ))}
    </div>
  );
}
