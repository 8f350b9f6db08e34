"use client";

import { useEffect, useRef } from "react";
import { Card } from "@/components/ui/card";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { PassControls } from "./pass-controls";
import { PassNotice } from "./pass-notice";
import { PASS_LABELS, passResult, spentLine, statesLine } from "./pass-words";
import { useDetailProgress } from "./use-detail-progress";

/** A lookup of number details while it goes, and its result for those who watched it. */
export function PassCard({ run, canSteer }: { run: RunView; canSteer: boolean }) {
  const { pass, error, isGoing, hasWatched } = useDetailProgress(run.id);
  const place = useRef<HTMLElement>(null);
  const wasGoing = useRef(isGoing);
  // Whoever starts it at the foot of the page sees that it goes.
  useEffect(() => {
    if (isGoing && !wasGoing.current) place.current?.scrollIntoView({ block: "nearest" });
    wasGoing.current = isGoing;
  }, [isGoing]);
  if (!pass || !(isGoing || hasWatched || pass.status === "failed")) return null;
  const { done, total } = pass.progress;
  const tenth = total > 0 ? Math.floor((done / total) * 10) * 10 : 0;
  return (
    <Card>
      <section
        ref={place}
        aria-label="Lookup of number details"
        className="flex scroll-mt-24 scroll-mb-24 flex-col gap-4"
      >
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          <div className="min-w-0 flex-1 basis-80">
            <ProgressBar
              label={PASS_LABELS[pass.status]}
              value={done}
              maxValue={Math.max(1, total)}
              valueText={`${formatNumber(done)} of ${plural(total, "number")}`}
            />
            <p className="mt-2 text-soft tabular-nums">
              {isGoing ? statesLine(pass.states) : passResult(pass)}
            </p>
            <p className="text-muted text-sm tabular-nums">
              {spentLine(pass)}
              {pass.status === "running" && " You can close this page."}
            </p>
          </div>
          {canSteer && (isGoing || pass.status === "failed") && (
            <PassControls run={run} pass={pass} />
          )}
        </div>
        <PassNotice pass={pass} run={run} canSteer={canSteer} />
        <FormError message={error ? errorMessage(error) : null} />
        <p role="status" className="sr-only">
          {isGoing ? `Number details: ${tenth}%` : PASS_LABELS[pass.status]}
        </p>
      </section>
    </Card>
  );
}
