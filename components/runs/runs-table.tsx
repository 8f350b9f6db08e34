"use client";

import { Moment } from "@/components/ui/moment";
import { OutcomeBar } from "@/components/ui/outcome-bar";
import { SandboxBadge } from "@/components/ui/sandbox-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import type { RunListItem } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { ShareFigure } from "./share-figure";

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
              {/* What the columns say that a small screen has no room for. */}
              <p className="text-muted text-sm lg:hidden">
                <Moment iso={run.createdAt} className="block" />
                <span className="md:hidden">{plural(run.counts.unique, "contact")}</span>
              </p>
              <p className="mt-1.5 flex flex-wrap gap-1.5 sm:hidden">
                <Badges run={run} />
              </p>
            </Cell>
            <Cell className="max-sm:hidden">
              <span className="flex flex-wrap gap-1.5">
                <Badges run={run} />
              </span>
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

function Badges({ run }: { run: RunListItem }) {
  return (
    <>
      <StatusBadge status={run.status} failed={run.outcomes.failed} />
      {run.isSandbox && <SandboxBadge />}
    </>
  );
}

function Share({ run }: { run: RunListItem }) {
  if (run.status === "draft") return <span className="text-muted">–</span>;
  return (
    <div className="flex max-w-64 items-center gap-3 max-sm:flex-col max-sm:items-start max-sm:gap-1.5">
      <span className="w-24 max-sm:w-auto">
        <ShareFigure run={run} />
      </span>
      <OutcomeBar counts={run.outcomes} className="min-w-16 sm:flex-1" />
    </div>
  );
}
