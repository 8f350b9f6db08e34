import type { Metadata } from "next";
import { LookupPage } from "@/components/lookup/lookup-page";
import { Prefetched } from "@/components/ui/prefetched";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { listCountries } from "@/lib/phone/country";

export const metadata: Metadata = { title: "Quick check" };

export default async function Page() {
  const user = await requireUser();
  return (
    <Prefetched data={[[accountsQuery().queryKey, await listAccounts(user)]]}>
      <LookupPage countries={listCountries()} />
    </Prefetched>
  );
}
