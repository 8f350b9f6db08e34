"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCanStart } from "@/components/accounts/use-can-start";
import { NewRunLink } from "@/components/frame/new-run-link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RunsIcon, SearchIcon } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Unread } from "@/components/ui/unread";
import { useAddressState } from "@/components/ui/use-address-state";
import { accountsQuery, runsQuery } from "@/lib/api/queries";
import { plural } from "@/lib/format";
import { ListFilters } from "./list-filters";
import { listAddress, runFilterOf } from "./list-params";
import { RunsTable } from "./runs-table";

/**
 * All runs, or those that are searched for, newest first.
 *
 * @param accountId the account that the frame has been set to; undefined for all
 */
export function RunsList({ accountId }: { accountId?: string }) {
  const accounts = useQuery(accountsQuery()).data?.items ?? [];
  const [params, setParams] = useAddressState(listAddress);
  const filter = runFilterOf(params);
  const isFiltered = Object.keys(filter).length > 0;
  const runs = useInfiniteQuery({
    ...runsQuery({ accountId, ...filter }),
    placeholderData: keepPreviousData,
  });
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const canStart = useCanStart();
  const newRun = canStart && <NewRunLink />;
  return (
    <>
      <PageHeader
        title="Runs"
        description="Every audience you have checked, newest first."
        actions={newRun}
      />
      {(isFiltered || items.length > 0) && (
        <ListFilters
          {...params}
          onSearch={(q) => setParams({ q }, "replace")}
          onStatus={(status) => setParams({ status })}
        />
      )}
      <Unread query={runs} what="the runs" rows={8} />
      {runs.data && items.length === 0 && isFiltered && (
        <Card>
          <EmptyState
            icon={SearchIcon}
            title="No run matches"
            action={
              <Button onPress={() => setParams({ q: "", status: null })}>Clear the filters</Button>
            }
          >
            <p>No run or file has this name and status.</p>
          </EmptyState>
        </Card>
      )}
      {runs.data && items.length === 0 && !isFiltered && (
        <Card>
          <EmptyState
            icon={RunsIcon}
            title={accountId ? "No runs in this account" : "No runs yet"}
            action={newRun}
          >
            <p>
              A run takes a list of phone numbers and finds out which of them can receive RCS
              messages.
            </p>
          </EmptyState>
        </Card>
      )}
      {items.length > 0 && (
        <div aria-busy={runs.isPlaceholderData}>
          <RunsTable runs={items} showAccount={accounts.length > 1 && !accountId} />
          <LoadMore
            summary={`${plural(items.length, "run")} shown`}
            onMore={runs.hasNextPage ? () => runs.fetchNextPage() : undefined}
            isPending={runs.isFetchingNextPage}
          />
        </div>
      )}
    </>
  );
}
