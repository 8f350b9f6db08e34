import type { Metadata } from "next";
import { AccountList } from "@/components/accounts/account-list";
import { PlusIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Prefetched } from "@/components/ui/prefetched";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Accounts" };

export default async function AccountsPage() {
  const user = await requireUser();
  return (
    <Prefetched data={[[accountsQuery().queryKey, await listAccounts(user)]]}>
      <PageHeader
        title="Accounts"
        description="Lookups are made through a Kaleyra account and billed to it."
        actions={
          <LinkButton href="/accounts/new" variant="primary">
            <PlusIcon />
            Add an account
          </LinkButton>
        }
      />
      <AccountList />
    </Prefetched>
  );
}
