"use client";

import { Card } from "@/components/ui/card";
import { LoadMore } from "@/components/ui/pagination";
import { PlainTable } from "@/components/ui/plain-table";
import type { AudienceActions, Review } from "@/lib/audience/protocol";
import { formatNumber } from "@/lib/format";
import { explainReason, reasonTitle } from "@/lib/phone/explain-reason";
import { tellingRows } from "./telling-rows";
import { useSampleRows } from "./use-sample-rows";

const FIRST = 6;

export interface SamplesProps {
  review: Review;
  page: AudienceActions["page"];
}

/** The rows that are no number: how many for each reason, and some of them. */
export function InvalidSamples({ review, page }: SamplesProps) {
  const { rows, total, isLoading, showMore } = useSampleRows("invalid", review, page, (samples) =>
    tellingRows(samples, FIRST),
  );
  if (total === 0) return null;
  return (
    <Card
      title={`${formatNumber(total)} invalid`}
      description="They are not looked up. The run keeps them, so that they can be mended in the source."
    >
      <ul className="mb-4 flex flex-wrap gap-2">
        {review.reasons.map(({ reason, rows: count }) => (
          <li key={reason} className="rounded-sm bg-hover px-2 py-0.5 text-soft text-sm">
            {reasonTitle(reason)}{" "}
            <span className="font-medium text-ink tabular-nums">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      <PlainTable
        caption="Invalid rows"
        rows={rows}
        keyOf={(row) => row.line}
        columns={[
          {
            id: "line",
            label: "Line",
            align: "end",
            className: "w-14",
            cell: (row) => formatNumber(row.line),
          },
          {
            id: "cell",
            label: "In the file",
            isRowHeader: true,
            className: "max-w-44 break-words font-medium",
            cell: (row) => row.cell,
          },
          {
            id: "why",
            label: "What is wrong",
            cell: (row) => explainReason(row.reason, { cell: row.cell, country: row.readAs }),
          },
        ]}
      />
      {showMore && (
        <LoadMore
          summary={`${formatNumber(rows.length)} of ${formatNumber(total)} shown`}
          onMore={showMore}
          isPending={isLoading}
        />
      )}
    </Card>
  );
}
