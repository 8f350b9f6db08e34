"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { cx } from "@/components/ui/cx";
import { AccountsIcon, ChevronDownIcon } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu";
import { accountsQuery } from "@/lib/api/queries";
import { saveAccount } from "@/lib/preferences/save-preference";

export interface AccountSwitcherProps {
  /** The one that is looked at; null for all. */
  chosen: string | null;
  className?: string;
}

const ALL = "all";

/** Which account the overview and the runs are about, and which one pays for the next check. */
export function AccountSwitcher({ chosen, className }: AccountSwitcherProps) {
  const router = useRouter();
  const accounts = useSuspenseQuery(accountsQuery()).data.items;
  const [shown, show] = useOptimistic(chosen);
  const [, startTransition] = useTransition();
  const choose = (id: string) =>
    startTransition(async () => {
      const account = id === ALL ? null : id;
      show(account);
      // With the cookie come the pages of the other account.
      await saveAccount(account);
    });
  // With one account there is nothing to choose.
  if (accounts.length < 2) return null;
  const name = accounts.find((account) => account.id === shown)?.name ?? "All accounts";
  return (
    <Menu
      label={`Account: ${name}`}
      placement="bottom start"
      sections={[
        {
          title: "Show",
          deeds: [
            { id: ALL, label: "All accounts" },
            ...accounts.map((account) => ({
              id: account.id,
              label: account.name,
              note: account.sid,
            })),
          ],
          chosen: shown ?? ALL,
          closesOnChoice: true,
          onAction: choose,
        },
        {
          deeds: [{ id: "accounts", label: "Manage accounts", icon: AccountsIcon }],
          onAction: () => router.push("/accounts"),
        },
      ]}
      className={cx(
        "flex h-9 min-w-0 items-center gap-2 rounded-md border border-line-strong bg-surface px-2.5 text-left font-medium text-ink shadow-xs hover:bg-hover data-pressed:bg-pressed",
        className,
      )}
    >
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <ChevronDownIcon className="size-4 shrink-0 text-muted" />
    </Menu>
  );
}
