"use client";

import { Moment } from "@/components/ui/moment";
import { OutcomeBar } from "@/components/ui/outcome-bar";
import { StatusBadge } from "@/components/ui/status-badge";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import type { RunListItem } from "@/lib/api/runs";
import { formatNumber, formatPercent } from "@/lib/format";
import { reachOf } from "./reach";

/** Runs, each row leading to its page. */
export function RunsTable({
  runs,
  showAccount = false,
}: {
  runs: readonly RunListItem[];
  showAccount?: boolean;
}) {
  return (
    <Table aria-label="Runs">
      <TableHeader>
        <Column isRowHeader>Run</Column>
        <Column className="max-sm:hidden">Status</Column>
        <Column align="end" className="max-md:hidden">
          Contacts
        </Column>
        <Column>Reachable on RCS</Column>
        <Column className="max-lg:hidden">Created</Column>
      </TableHeader>
      <TableBody>
        {runs.map((run) => (
          <Row key={run.id} id={run.id} href={`/runs/${run.id}`} textValue={run.name}>
            <Cell className="max-w-80 max-sm:max-w-44">
              <p className="truncate font-medium text-ink">{run.name}</p>
              <p className="truncate text-muted text-sm">
                {showAccount ? `${run.accountName} · ${run.fileName}` : run.fileName}
              </p>
              <p className="mt-1.5 sm:hidden">
                <StatusBadge status={run.status} />
              </p>
            </Cell>
            <Cell className="max-sm:hidden">
              <StatusBadge status={run.status} />
            </Cell>
            <Cell align="end" className="max-md:hidden">
              {formatNumber(run.counts.unique)}
            </Cell>
            <Cell>
              <Share run={run} />
            </Cell>
            <Cell className="whitespace-nowrap max-lg:hidden">
              <Moment iso={run.createdAt} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Share({ run }: { run: RunListItem }) {
  const { reachable, checked } = reachOf(run.outcomes);
  if (checked === 0) return <span className="text-muted">–</span>;
  return (
    <div className="flex max-w-60 items-center gap-3 max-sm:flex-col max-sm:items-start max-sm:gap-1.5">
      <span className="w-14 font-medium text-ink tabular-nums">
        {formatPercent(reachable, checked)}
      </span>
      <OutcomeBar counts={run.outcomes} className="min-w-16 sm:flex-1" />
    </div>
  );
}
