"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useExportFormat } from "@/components/frame/export-format";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { DownloadIcon, SearchIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { type PlainColumn, PlainTable } from "@/components/ui/plain-table";
import { Unread } from "@/components/ui/unread";
import { useAddressState } from "@/components/ui/use-address-state";
import type { AuditEventView, AuditFilter } from "@/lib/api/audit";
import { urlOf } from "@/lib/api/client";
import { auditQuery } from "@/lib/api/queries";
import { formatNumber } from "@/lib/format";
import { AuditFilters } from "./audit-filters";
import { auditAddress, auditFilterOf } from "./audit-params";

const columns: readonly PlainColumn<AuditEventView>[] = [
  {
    id: "at",
    label: "When",
    className: "whitespace-nowrap max-md:hidden",
    cell: ({ at }) => <Moment iso={at} />,
  },
  {
    id: "who",
    label: "Who",
    isRowHeader: true,
    className: "max-w-64 break-words max-md:hidden",
    cell: ({ actor }) => actor,
  },
  {
    id: "what",
    label: "What",
    className: "break-words",
    cell: ({ actor, told, at }) => (
      <>
        <span className="block text-muted text-sm md:hidden">
          {actor} · <Moment iso={at} />
        </span>
        {told}
      </>
    ),
  },
];

/** Who did what in an account, newest first. */
export function AuditPage({ account }: { account: { id: string; name: string } }) {
  const top = useRef<HTMLDivElement>(null);
  const { format } = useExportFormat();
  const [params, setParams] = useAddressState(auditAddress);
  const filter = auditFilterOf(params);
  const events = useQuery({
    ...auditQuery(account.id, filter, params.cursor ?? undefined),
    placeholderData: keepPreviousData,
  });
  const page = events.data;
  const change = (changed: { [K in keyof AuditFilter]?: AuditFilter[K] | null }) =>
    setParams({ ...changed, cursor: null, page: 1 });
  const turn = (cursor: string | null, no: number) => {
    setParams({ cursor, page: no });
    top.current?.scrollIntoView({ block: "start" });
  };
  return (
    <>
      <PageHeader
        title="Audit trail"
        breadcrumbs={[
          { label: "Accounts", href: "/accounts" },
          { label: account.name, href: `/accounts/${account.id}` },
        ]}
        description="Who did what, newest first. It holds no phone numbers."
        actions={
          <LinkButton
            href={urlOf("exportAudit", { id: account.id }, { ...filter, format })}
            download
          >
            <DownloadIcon />
            {format === "xlsx" ? "Export as a workbook" : "Export as CSV"}
          </LinkButton>
        }
      />
      <div ref={top} className="flex scroll-mt-20 flex-col gap-4">
        <AuditFilters filter={filter} people={page?.people ?? []} onChange={change} />
        <Unread query={events} what="the audit trail" rows={10} />
        {page && page.items.length === 0 && (
          <Card>
            <EmptyState
              icon={SearchIcon}
              title="Nothing of this kind"
              action={
                <Button onPress={() => change({ group: null, userId: null, from: null, to: null })}>
                  Clear the filters
                </Button>
              }
            >
              <p>No event matches these filters.</p>
            </EmptyState>
          </Card>
        )}
        {page && page.items.length > 0 && (
          <div aria-busy={events.isPlaceholderData}>
            <PlainTable
              caption="Events"
              columns={columns}
              rows={page.items}
              keyOf={({ id }) => id}
              isFramed
            />
            {(params.cursor || page.nextCursor) && (
              <Pagination
                summary={`Page ${formatNumber(params.page)}`}
                onFirst={params.cursor ? () => turn(null, 1) : undefined}
                onNext={page.nextCursor ? () => turn(page.nextCursor, params.page + 1) : undefined}
                isPending={events.isPlaceholderData}
              />
            )}
          </div>
        )}
      </div>
    </>
  );
}
