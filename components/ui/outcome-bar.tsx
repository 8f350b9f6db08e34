import type { OutcomeName } from "@/lib/api/common";
import { formatNumber, formatPercent } from "@/lib/format";
import { cx } from "./cx";
import { OUTCOME_ORDER, OUTCOMES } from "./outcomes";

export interface OutcomeBarProps {
  counts: Record<OutcomeName, number>;
  size?: "sm" | "lg";
  className?: string;
}

/** All contacts as one bar, cut by outcome. A share that exists is never too thin to be seen. */
export function OutcomeBar({ counts, size = "sm", className }: OutcomeBarProps) {
  const total = OUTCOME_ORDER.reduce((sum, outcome) => sum + counts[outcome], 0);
  const shown = OUTCOME_ORDER.filter((outcome) => counts[outcome] > 0);
  const words = shown
    .map(
      (o) => `${OUTCOMES[o].label}: ${formatNumber(counts[o])}, ${formatPercent(counts[o], total)}`,
    )
    .join("; ");
  return (
    <div
      role="img"
      aria-label={words || "No contacts"}
      className={cx(
        "flex w-full gap-0.5 overflow-hidden rounded-full bg-pressed",
        size === "sm" ? "h-2" : "h-4",
        className,
      )}
    >
      {shown.map((outcome) => (
        <div
          key={outcome}
          className={cx(
            "min-w-1 transition-[flex-grow] duration-300 ease-out",
            OUTCOMES[outcome].fill,
          )}
          style={{ flexGrow: counts[outcome] / total, flexBasis: 0 }}
        />
      ))}
    </div>
  );
}
