"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { DownloadIcon, SuccessIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Segmented } from "@/components/ui/segmented";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import { urlOf } from "@/lib/api/client";
import { invalidQuery } from "@/lib/api/queries";
import { exportRun, type RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { INVALID_REASONS } from "@/lib/phone/invalid-reason";
import { KeysetPages } from "./keyset-pages";
import type { useRunParams } from "./use-run-params";

const ANY = "any";

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
  if (invalid.isPending) return <SkeletonRows rows={10} label="Loading the invalid rows" />;
  if (!page) {
    return (
      <Card>
        <ErrorState
          title="The invalid rows could not be loaded"
          error={invalid.error}
          onRetry={() => invalid.refetch()}
          isRetrying={invalid.isFetching}
        />
      </Card>
    );
  }
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
        <LinkButton href={urlOf(exportRun, { id: run.id }, { segment: "invalid" })} download>
          <DownloadIcon />
          Export {plural(run.counts.invalid, "invalid row")}
        </LinkButton>
      </div>
      <Table aria-label="Invalid rows">
        <TableHeader>
          <Column align="end">Line</Column>
          <Column isRowHeader>Cell</Column>
          <Column className="max-md:hidden">Reason</Column>
          <Column className="max-md:hidden">What is wrong</Column>
        </TableHeader>
        <TableBody>
          {page.items.map((row) => (
            <Row key={row.line} id={row.line}>
              <Cell align="end" className="w-20">
                {formatNumber(row.line)}
              </Cell>
              <Cell className="max-w-64 break-words">
                <span className="font-medium text-ink">{row.cell}</span>
                <span className="block text-sm md:hidden">{row.detail}</span>
              </Cell>
              <Cell className="whitespace-nowrap max-md:hidden">{row.title}</Cell>
              <Cell className="max-md:hidden">{row.detail}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <KeysetPages
        top={top}
        state={state}
        nextCursor={page.nextCursor}
        isPending={invalid.isPlaceholderData}
      />
    </div>
  );
}

function Counted({ label, count }: { label: string; count: number }) {
  return (
    <>
      {label}
      <span className="text-muted tabular-nums">{formatNumber(count)}</span>
    </>
  );
}
