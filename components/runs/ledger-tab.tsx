"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useExportFormat } from "@/components/frame/export-format";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { DownloadIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Unread } from "@/components/ui/unread";
import { urlOf } from "@/lib/api/client";
import { callsQuery } from "@/lib/api/queries";
import type { RunView } from "@/lib/api/runs";
import { callFilterOf } from "./call-filter";
import { CallFilters } from "./call-filters";
import { CallsTable } from "./calls-table";
import { KeysetPages } from "./keyset-pages";
import { LookupFigures } from "./lookup-figures";
import { Reconciliation } from "./reconciliation";
import type { useRunParams } from "./use-run-params";

/** While a run is going its ledger grows; a table that flickers each second is no help. */
const LIVE_INTERVAL = 3_000;

/** What the run asked Kaleyra, call by call, and how that agrees with contacts and cost. */
export function LedgerTab({
  run,
  isMoving,
  state,
}: {
  run: RunView;
  isMoving: boolean;
  state: ReturnType<typeof useRunParams>;
}) {
  const top = useRef<HTMLDivElement>(null);
  const filter = callFilterOf(state.params);
  const { format } = useExportFormat();
  const calls = useQuery({
    ...callsQuery(run.id, filter, state.params.cursor ?? undefined),
    placeholderData: keepPreviousData,
    refetchInterval: isMoving ? LIVE_INTERVAL : false,
  });
  const page = calls.data;
  return (
    <div className="flex flex-col gap-5">
      <LookupFigures run={run} />
      <Reconciliation run={run} />
      <Unread query={calls} what="the calls" rows={8} />
      {page && (
        <div ref={top} className="flex scroll-mt-20 flex-col gap-3">
          <div className="flex flex-wrap items-start justify-between gap-3">
            <CallFilters counts={page.counts} state={state} />
            {page.items.length > 0 && (
              <LinkButton
                href={urlOf("exportCalls", { id: run.id }, { ...filter, format })}
                download
              >
                <DownloadIcon />
                Export these calls
              </LinkButton>
            )}
          </div>
          {page.items.length > 0 ? (
            <CallsTable calls={page.items} />
          ) : (
            <Card>
              <EmptyState title="No such call">
                <p>
                  {page.counts[state.params.of].all > 0
                    ? "No call of this run came to this."
                    : "Kaleyra has not been asked yet. Each call appears here as it is made."}
                </p>
              </EmptyState>
            </Card>
          )}
          <KeysetPages
            top={top}
            state={state}
            nextCursor={page.nextCursor}
            isPending={calls.isPlaceholderData}
          />
        </div>
      )}
    </div>
  );
}
