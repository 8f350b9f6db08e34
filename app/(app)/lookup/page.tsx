import type { Metadata } from "next";
import { LookupPage } from "@/components/lookup/lookup-page";
import { Prefetched } from "@/components/ui/prefetched";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { listCountries } from "@/lib/phone/country";
import { chosenAccount } from "@/lib/preferences/chosen-account";

export const metadata: Metadata = { title: "Quick check" };

export default async function Page() {
  const user = await requireUser();
  const [accounts, shownAccount] = await Promise.all([listAccounts(user), chosenAccount(user)]);
  return (
    <Prefetched data={[[accountsQuery().queryKey, accounts]]}>
      <LookupPage countries={listCountries()} shownAccount={shownAccount} />
    </Prefetched>
  );
}
