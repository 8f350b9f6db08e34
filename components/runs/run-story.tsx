import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { OutcomeBar } from "@/components/ui/outcome-bar";
import type { RunView } from "@/lib/api/runs";
import { OutcomeLegend } from "./outcome-legend";
import { reachOf, shareText, tellAnswered, tellReach } from "./reach";

export interface RunStoryProps {
  run: RunView;
  /** Small screens have the sentence only: what was asked for lies below. */
  isBrief?: boolean;
}

/** The result at a glance: the share, the sentence, the bar. */
export function RunStory({ run, isBrief = false }: RunStoryProps) {
  const reach = reachOf(run);
  const rest = cx(isBrief && "max-sm:hidden");
  return (
    <Card
      className={cx(isBrief && "max-sm:border-0 max-sm:bg-transparent max-sm:shadow-none")}
      isFlush
    >
      <div className={cx("flex flex-col gap-5 p-5", isBrief && "max-sm:p-0")}>
        <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
          <p
            className={cx("min-w-36 font-semibold text-display text-reach-ink tabular-nums", rest)}
          >
            {shareText(reach)}
          </p>
          <div className={cx("min-w-0 flex-1 basis-64 pb-1", isBrief && "max-sm:pb-0")}>
            <p className={cx("text-ink text-lg", isBrief && "max-sm:text-base")}>
              {tellReach(reach)}
            </p>
            <p className={cx("text-muted empty:hidden", rest)}>{tellAnswered(reach)}</p>
          </div>
        </div>
        <div className={cx("flex flex-col gap-5", rest)}>
          <OutcomeBar counts={run.outcomes} size="lg" />
          <OutcomeLegend counts={run.outcomes} />
        </div>
      </div>
    </Card>
  );
}
