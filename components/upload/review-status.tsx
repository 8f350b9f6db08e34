import type { AudienceState, Cleaned } from "@/lib/audience/audience-state";
import { formatNumber, plural } from "@/lib/format";
import { QuarterStatus } from "./quarter-status";

/** What goes on beside the start, in a place that is always there: nothing moves when it changes. */
export function ReviewStatus({ state }: { state: AudienceState & Cleaned }) {
  const { counts, corrected } = state.review;
  if (state.step === "uploading") {
    const { sent, total } = state.progress;
    return <QuarterStatus what="Sent" done={sent} total={total} />;
  }
  return (
    <p role="status" className="text-muted text-sm tabular-nums max-sm:sr-only">
      {state.step === "recounting"
        ? `Counting again: ${plural(state.progress.rows, "row")}`
        : [
            `${formatNumber(counts.unique)} usable`,
            `${formatNumber(counts.invalid)} invalid`,
            ...(corrected > 0 ? [`${formatNumber(corrected)} corrected`] : []),
          ].join(", ")}
    </p>
  );
}
