"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useExportFormat } from "@/components/frame/export-format";
import { Card } from "@/components/ui/card";
import { Counted } from "@/components/ui/counted";
import { EmptyState } from "@/components/ui/empty-state";
import { DownloadIcon, SuccessIcon } from "@/components/ui/icons";
import { lineColumn } from "@/components/ui/line-column";
import { LinkButton } from "@/components/ui/link-button";
import { type PlainColumn, PlainTable } from "@/components/ui/plain-table";
import { Segmented } from "@/components/ui/segmented";
import { Unread } from "@/components/ui/unread";
import { type AnswerOf, urlOf } from "@/lib/api/client";
import { invalidQuery } from "@/lib/api/queries";
import type { RunView } from "@/lib/api/runs";
import { plural } from "@/lib/format";
import { INVALID_REASONS } from "@/lib/phone/invalid-reason";
import { KeysetPages } from "./keyset-pages";
import type { useRunParams } from "./use-run-params";

type InvalidRow = AnswerOf<"listInvalid">["items"][number];

const ANY = "any";

const columns: readonly PlainColumn<InvalidRow>[] = [
  lineColumn("w-20"),
  {
    id: "cell",
    label: "Cell",
    isRowHeader: true,
    className: "max-w-64 break-words",
    cell: (row) => (
      <>
        <span className="font-medium">{row.cell}</span>
        <span className="block text-sm text-soft md:hidden">{row.detail}</span>
      </>
    ),
  },
  {
    id: "reason",
    label: "Reason",
    className: "whitespace-nowrap max-md:hidden",
    cell: (row) => row.title,
  },
  {
    id: "detail",
    label: "What is wrong",
    className: "max-md:hidden",
    cell: (row) => row.detail,
  },
];

/** The rows that are no number, by reason, each with what to do about it. */
export function InvalidTab({
  run,
  state,
}: {
  run: RunView;
  state: ReturnType<typeof useRunParams>;
}) {
  const top = useRef<HTMLDivElement>(null);
  const { params, setReason } = state;
  const { format } = useExportFormat();
  const invalid = useQuery({
    ...invalidQuery(run.id, params.reason ?? undefined, params.cursor ?? undefined),
    placeholderData: keepPreviousData,
  });
  const page = invalid.data;

  if (run.counts.invalid === 0) {
    return (
      <Card>
        <EmptyState icon={SuccessIcon} title="No invalid rows">
          <p>Every cell that was not blank could be read as a phone number.</p>
        </EmptyState>
      </Card>
    );
  }
  if (!page) return <Unread query={invalid} what="the invalid rows" rows={10} />;
  return (
    <div ref={top} className="flex scroll-mt-20 flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Segmented
          label="Reason"
          value={params.reason ?? ANY}
          onChange={(id) => setReason(INVALID_REASONS.find((reason) => reason === id) ?? null)}
          items={[
            { id: ANY, label: <Counted label="All reasons" count={run.counts.invalid} /> },
            ...page.reasons.map(({ reason, title, rows }) => ({
              id: reason,
              label: <Counted label={title} count={rows} />,
            })),
          ]}
        />
        {run.role !== "viewer" && (
          <LinkButton
            href={urlOf("exportRun", { id: run.id }, { segment: "invalid", format })}
            download
          >
            <DownloadIcon />
            Export {plural(run.counts.invalid, "invalid row")}
          </LinkButton>
        )}
      </div>
      <PlainTable
        caption="Invalid rows"
        columns={columns}
        rows={page.items}
        keyOf={(row) => row.line}
        isFramed
      />
      <KeysetPages
        top={top}
        state={state}
        nextCursor={page.nextCursor}
        isPending={invalid.isPlaceholderData}
      />
    </div>
  );
}
