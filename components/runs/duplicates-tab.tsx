"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { DownloadIcon, SuccessIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { type PlainColumn, PlainTable } from "@/components/ui/plain-table";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type AnswerOf, urlOf } from "@/lib/api/client";
import { duplicatesQuery } from "@/lib/api/queries";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { KeysetPages } from "./keyset-pages";
import type { useRunParams } from "./use-run-params";

type DuplicateRow = AnswerOf<"listDuplicates">["items"][number];

const columns: readonly PlainColumn<DuplicateRow>[] = [
  {
    id: "line",
    label: "Line",
    align: "end",
    className: "w-20",
    cell: (row) => formatNumber(row.line),
  },
  {
    id: "cell",
    label: "Cell",
    isRowHeader: true,
    className: "max-w-64 break-words",
    cell: (row) => row.cell,
  },
  {
    id: "number",
    label: "Number",
    className: "font-medium! text-ink! tabular-nums max-md:hidden",
    cell: (row) => row.number,
  },
  {
    id: "kept",
    label: "Kept on line",
    align: "end",
    cell: (row) => formatNumber(row.keptLine),
  },
];

/** The rows whose number stands on another line, with the line that was kept. */
export function DuplicatesTab({
  run,
  state,
}: {
  run: RunView;
  state: ReturnType<typeof useRunParams>;
}) {
  const top = useRef<HTMLDivElement>(null);
  const { params } = state;
  const duplicates = useQuery({
    ...duplicatesQuery(run.id, params.cursor ?? undefined),
    placeholderData: keepPreviousData,
  });
  const page = duplicates.data;

  if (run.counts.duplicates === 0) {
    return (
      <Card>
        <EmptyState icon={SuccessIcon} title="No duplicates">
          <p>Every number stands in the file once.</p>
        </EmptyState>
      </Card>
    );
  }
  if (duplicates.isPending) return <SkeletonRows rows={10} label="Loading the duplicates" />;
  if (!page) {
    return (
      <Card>
        <ErrorState
          title="The duplicates could not be loaded"
          error={duplicates.error}
          onRetry={() => duplicates.refetch()}
          isRetrying={duplicates.isFetching}
        />
      </Card>
    );
  }
  return (
    <div ref={top} className="flex scroll-mt-20 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">The same number in another row, however it is spelled.</p>
        <LinkButton href={urlOf("exportRun", { id: run.id }, { segment: "duplicates" })} download>
          <DownloadIcon />
          Export {plural(run.counts.duplicates, "duplicate")}
        </LinkButton>
      </div>
      <PlainTable
        caption="Duplicates"
        columns={columns}
        rows={page.items}
        keyOf={(row) => row.line}
        isFramed
      />
      <KeysetPages
        top={top}
        state={state}
        nextCursor={page.nextCursor}
        isPending={duplicates.isPlaceholderData}
      />
    </div>
  );
}
