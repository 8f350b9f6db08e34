"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { choiceOf } from "@/components/details/details-choice";
import { LookUpDetails } from "@/components/details/look-up-details";
import { isUnfinished } from "@/components/details/pass-words";
import { useExportFormat } from "@/components/frame/export-format";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { DownloadIcon, SearchIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Unread } from "@/components/ui/unread";
import { urlOf } from "@/lib/api/client";
import { breakdownQuery, contactsQuery, detailProgressQuery } from "@/lib/api/queries";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { ContactFilters } from "./contact-filters";
import { ContactsTable } from "./contacts-table";
import { countContacts } from "./count-contacts";
import { KeysetPages } from "./keyset-pages";
import { RetryButton } from "./retry-button";
import type { useRunParams } from "./use-run-params";

/** While a run is going, its contacts change too; a table that flickers each second is no help. */
const LIVE_INTERVAL = 5_000;

/** What a viewer does not see. */
const MASKED = "Numbers are masked: your role is viewer.";
const NO_COLUMNS: readonly string[] = [];

/** The contacts of a run, filtered, page by page. */
export function ContactsTab({
  run,
  isMoving,
  state,
}: {
  run: RunView;
  isMoving: boolean;
  state: ReturnType<typeof useRunParams>;
}) {
  const top = useRef<HTMLDivElement>(null);
  const { filter, params } = state;
  const { format } = useExportFormat();
  const isViewer = run.role === "viewer";
  const cells = useQuery(breakdownQuery(run.id, isMoving)).data?.cells ?? [];
  const pass = useQuery(detailProgressQuery(run.id)).data?.pass ?? null;
  const contacts = useQuery({
    ...contactsQuery(run.id, filter, params.cursor ?? undefined),
    placeholderData: keepPreviousData,
    refetchInterval: isMoving || isUnfinished(pass) ? LIVE_INTERVAL : false,
  });
  const isFiltered = Object.keys(filter).length > 0;
  const count = isFiltered ? countContacts(cells, filter) : run.counts.unique;
  const page = contacts.data;

  return (
    <div ref={top} className="flex scroll-mt-20 flex-col gap-3">
      <ContactFilters cells={cells} state={state} canSearch={!isViewer} />
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-3">
        <div className="text-muted tabular-nums">
          <p role="status" className="inline">
            {count === null
              ? `Contacts whose number begins or ends with ${filter.q}`
              : plural(count, "contact")}
          </p>
          {filter.q && page && page.items.length > 1 && <span>, sorted by number</span>}
        </div>
        {isViewer && <p className="text-muted text-sm">{MASKED}</p>}
        {!isViewer && page && page.items.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {(filter.outcome === "failed" || filter.outcome === "no_answer") && (
              <RetryButton run={run} />
            )}
            {run.status !== "draft" && (
              <LookUpDetails run={run} choice={choiceOf(filter)} isDisabled={isUnfinished(pass)} />
            )}
            {isFiltered && (
              <LinkButton
                href={urlOf("exportRun", { id: run.id }, { segment: "all", format, ...filter })}
                download
              >
                <DownloadIcon />
                {count === null ? "Export these" : `Export these ${formatNumber(count)}`}
              </LinkButton>
            )}
          </div>
        )}
      </div>
      <Unread query={contacts} what="the contacts" rows={12} />
      {page && page.items.length === 0 && (
        <Card>
          {isFiltered ? (
            <EmptyState
              icon={SearchIcon}
              title="No contact matches"
              action={<Button onPress={state.clearFilter}>Clear the filters</Button>}
            >
              <p>
                {filter.q
                  ? "The search finds the start of a number, or its last 4 digits or more."
                  : "There is no contact with this combination of filters in this run."}
              </p>
            </EmptyState>
          ) : (
            <EmptyState title="No contacts">
              <p>
                {run.counts.erased > 0
                  ? "What this run held was erased."
                  : "The file held no usable number. The tab “Invalid” says why."}
              </p>
            </EmptyState>
          )}
        </Card>
      )}
      {page && page.items.length > 0 && (
        <div
          aria-busy={contacts.isPlaceholderData}
          className={cx("transition-opacity", contacts.isPlaceholderData && "opacity-60")}
        >
          <ContactsTable
            contacts={page.items}
            keptColumns={isViewer ? NO_COLUMNS : run.keptColumns}
            hasDetails={pass !== null}
          />
          <KeysetPages
            top={top}
            state={state}
            nextCursor={page.nextCursor}
            isPending={contacts.isPlaceholderData}
          />
        </div>
      )}
    </div>
  );
}
