"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PlusIcon, RunsIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { Unread } from "@/components/ui/unread";
import { accountsQuery, runsQuery } from "@/lib/api/queries";
import { plural } from "@/lib/format";
import { RunsTable } from "./runs-table";

const ALL = "all";

/** All runs, newest first, of one account or of all. */
export function RunsList() {
  const [accountId, setAccountId] = useQueryState("account", parseAsString);
  const accounts = useQuery(accountsQuery()).data?.items ?? [];
  const runs = useInfiniteQuery(runsQuery(accountId ? { accountId } : {}));
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const canStart = accounts.some((account) => account.role !== "viewer");
  const newRun = canStart && (
    <LinkButton href="/runs/new" variant="primary">
      <PlusIcon />
      Check an audience
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Runs"
        description="Every audience that was checked, the newest first."
        actions={
          <>
            {accounts.length > 1 && (
              <Select
                label="Account"
                isLabelHidden
                choices={[
                  { id: ALL, label: "All accounts" },
                  ...accounts.map(({ id, name }) => ({ id, label: name })),
                ]}
                value={accountId ?? ALL}
                onChange={(id) => setAccountId(id === ALL ? null : id)}
                className="w-52"
              />
            )}
            {newRun}
          </>
        }
      />
      <Unread query={runs} what="the runs" rows={8} />
      {runs.data && items.length === 0 && (
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
        <>
          <RunsTable runs={items} showAccount={accounts.length > 1 && !accountId} />
          <LoadMore
            summary={`${plural(items.length, "run")} shown`}
            onMore={runs.hasNextPage ? () => runs.fetchNextPage() : undefined}
            isPending={runs.isFetchingNextPage}
          />
        </>
      )}
    </>
  );
}
