"use client";

import { useQuery } from "@tanstack/react-query";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { AccountsIcon, ChevronRightIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { SandboxBadge } from "@/components/ui/sandbox-badge";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { AccountView } from "@/lib/api/accounts";
import { accountsQuery } from "@/lib/api/queries";
import { plural } from "@/lib/format";
import { priceNote } from "./price-note";
import { regionLabel } from "./regions";

/** The accounts that one belongs to, each a way to its page. */
export function AccountList() {
  const { data, isPending, error, refetch, isRefetching } = useQuery(accountsQuery());
  if (isPending) return <SkeletonRows rows={3} label="Loading the accounts" />;
  if (error) {
    return (
      <ErrorState
        title="The accounts could not be loaded"
        error={error}
        onRetry={refetch}
        isRetrying={isRefetching}
      />
    );
  }
  if (data.items.length === 0) {
    return (
      <Card isFlush>
        <EmptyState
          icon={AccountsIcon}
          title="No account yet"
          action={
            <LinkButton href="/accounts/new" variant="primary">
              Connect a Kaleyra account
            </LinkButton>
          }
        >
          <p>Lookups are made through a Kaleyra account, and billed to it.</p>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card isFlush>
      <ul className="divide-y divide-line">
        {data.items.map((account) => (
          <li key={account.id}>
            <AccountRow account={account} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function AccountRow({ account }: { account: AccountView }) {
  return (
    <Link
      href={`/accounts/${account.id}`}
      className="flex items-center gap-4 px-5 py-4 -outline-offset-2 transition-colors hover:bg-hover/60"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-md bg-hover text-muted">
        <AccountsIcon />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2">
          <span className="truncate font-medium text-ink">{account.name}</span>
          {account.isSandbox && <SandboxBadge />}
          {account.role !== "owner" && <Badge>{account.role}</Badge>}
        </span>
        <span className="block truncate text-muted text-sm">
          {account.sid} · {regionLabel(account)}
        </span>
      </span>
      <span className="hidden text-right text-sm sm:block">
        <span className="block text-soft tabular-nums">{priceNote(account)}</span>
        <span className="block text-muted tabular-nums">
          {plural(account.callsPerSecond, "call")} a second, {account.callsAtOnce} at once
        </span>
      </span>
      <ChevronRightIcon className="size-4.5 shrink-0 text-muted" />
    </Link>
  );
}
