"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useExportFormat } from "@/components/frame/export-format";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { DownloadIcon, SuccessIcon } from "@/components/ui/icons";
import { lineColumn } from "@/components/ui/line-column";
import { LinkButton } from "@/components/ui/link-button";
import { type PlainColumn, PlainTable } from "@/components/ui/plain-table";
import { Unread } from "@/components/ui/unread";
import { type AnswerOf, urlOf } from "@/lib/api/client";
import { duplicatesQuery } from "@/lib/api/queries";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { KeysetPages } from "./keyset-pages";
import type { useRunParams } from "./use-run-params";

type DuplicateRow = AnswerOf<"listDuplicates">["items"][number];

const columns: readonly PlainColumn<DuplicateRow>[] = [
  lineColumn("w-20"),
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
  const { format } = useExportFormat();
  const duplicates = useQuery({
    ...duplicatesQuery(run.id, params.cursor ?? undefined),
    placeholderData: keepPreviousData,
  });
  const page = duplicates.data;

  if (run.counts.duplicates === 0) {
    return (
      <Card>
        <EmptyState icon={SuccessIcon} title="No duplicates">
          <p>Every number is in the file only once.</p>
        </EmptyState>
      </Card>
    );
  }
  if (!page) return <Unread query={duplicates} what="the duplicates" rows={10} />;
  return (
    <div ref={top} className="flex scroll-mt-20 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">The same number in another row, whatever its format.</p>
        {run.role !== "viewer" && (
          <LinkButton
            href={urlOf("exportRun", { id: run.id }, { segment: "duplicates", format })}
            download
          >
            <DownloadIcon />
            Export {plural(run.counts.duplicates, "duplicate")}
          </LinkButton>
        )}
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
