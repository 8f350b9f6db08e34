"use client";

import { useCallback } from "react";
import { Card } from "@/components/ui/card";
import { lineColumn } from "@/components/ui/line-column";
import { LoadMore } from "@/components/ui/pagination";
import { PlainTable } from "@/components/ui/plain-table";
import type { AudienceActions, CleanOptions, Review } from "@/lib/audience/protocol";
import { formatNumber } from "@/lib/format";
import { useSampleRows } from "./use-sample-rows";

const FIRST = 5;

export interface DuplicateSamplesProps {
  review: Review;
  page: AudienceActions["page"];
  keep: CleanOptions["keep"];
}

/** The rows whose number stands in another row, with the row that stays. */
export function DuplicateSamples({ review, page, keep }: DuplicateSamplesProps) {
  const list = useCallback((limit: number) => page("duplicates", 0, limit), [page]);
  const first = review.samples.duplicates.slice(0, FIRST);
  const { rows, isLoading, showMore } = useSampleRows({ review, list, first });
  const total = review.counts.duplicates;
  if (total === 0) return null;
  return (
    <Card
      title={`${formatNumber(total)} duplicates`}
      description={`The same number in another format or row. The ${keep} row of each is kept.`}
    >
      <PlainTable
        caption="Duplicates"
        rows={rows}
        keyOf={(row) => row.line}
        columns={[
          lineColumn("w-14"),
          {
            id: "cell",
            label: "In the file",
            isRowHeader: true,
            className: "max-w-44 break-words font-medium",
            cell: (row) => row.cell,
          },
          {
            id: "number",
            label: "Number",
            className: "tabular-nums max-sm:hidden",
            cell: (row) => row.e164,
          },
          {
            id: "kept",
            label: "Kept on line",
            align: "end",
            cell: (row) => formatNumber(row.keptLine),
          },
        ]}
      />
      {rows.length < total && (
        <LoadMore
          summary={`${formatNumber(rows.length)} of ${formatNumber(total)} shown`}
          onMore={showMore}
          isPending={isLoading}
        />
      )}
    </Card>
  );
}
