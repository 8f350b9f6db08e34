import { cx } from "@/components/ui/cx";
import { OUTCOME_ORDER, OUTCOMES } from "@/components/ui/outcomes";
import type { OutcomeCounts } from "@/lib/api/runs";
import { formatNumber, formatPercent } from "@/lib/format";

/**
 * What the parts of an outcome bar are, in figures: shares are of the whole bar.
 * Outcomes that do not occur are left out.
 */
export function OutcomeLegend({ counts }: { counts: OutcomeCounts }) {
  const total = OUTCOME_ORDER.reduce((sum, outcome) => sum + counts[outcome], 0);
  const shown = OUTCOME_ORDER.filter(
    (outcome) => counts[outcome] > 0 || outcome === "rcs" || outcome === "not_rcs",
  );
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {shown.map((outcome) => {
        const { label, fill, meaning } = OUTCOMES[outcome];
        return (
          <div key={outcome} className="flex flex-col gap-0.5" title={meaning}>
            <dt className="flex items-center gap-2 text-muted text-sm">
              <span aria-hidden="true" className={cx("size-2.5 rounded-xs", fill)} />
              {label}
            </dt>
            <dd className="pl-4.5 font-semibold text-ink text-lg tabular-nums">
              {formatNumber(counts[outcome])}
              <span className="ml-1.5 font-normal text-base text-muted">
                {formatPercent(counts[outcome], total)}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
