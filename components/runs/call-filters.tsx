"use client";

import { Counted } from "@/components/ui/counted";
import { Segmented } from "@/components/ui/segmented";
import type { CallPage } from "@/lib/api/calls";
import { CALL_SHOWS, CALLS_OF } from "./run-params";
import type { useRunParams } from "./use-run-params";

const labels = {
  failed: "Failed",
  billed: "Billed",
  ambiguous: "Possibly billed",
  free: "Free",
} as const;

/** Which attempts of the ledger are shown, each choice with its count. */
export function CallFilters({
  counts,
  state,
}: {
  counts: CallPage["counts"];
  state: ReturnType<typeof useRunParams>;
}) {
  const { of, calls } = state.params;
  const shown = counts[of];
  return (
    <div className="flex flex-wrap gap-3">
      {counts.details.all > 0 && (
        <Segmented
          label="Lookups of"
          value={of}
          onChange={(id) => state.setCallsOf(CALLS_OF.find((one) => one === id) ?? "rcs")}
          items={[
            { id: "rcs", label: <Counted label="RCS" count={counts.rcs.all} /> },
            { id: "details", label: <Counted label="Number details" count={counts.details.all} /> },
          ]}
        />
      )}
      <Segmented
        label="Calls"
        value={calls ?? "all"}
        onChange={(id) => state.setCalls(CALL_SHOWS.find((one) => one === id) ?? null)}
        items={[
          { id: "all", label: <Counted label="All calls" count={shown.all} /> },
          ...CALL_SHOWS.map((show) => ({
            id: show,
            label: <Counted label={labels[show]} count={shown[show]} />,
          })),
        ]}
      />
    </div>
  );
}
