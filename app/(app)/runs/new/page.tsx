import type { Metadata } from "next";
import { Prefetched } from "@/components/ui/prefetched";
import { UploadFlow } from "@/components/upload/upload-flow";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { listCountries } from "@/lib/phone/country";
import { chosenAccount } from "@/lib/preferences/chosen-account";

export const metadata: Metadata = { title: "Check an audience" };

export default async function Page() {
  const user = await requireUser();
  const [accounts, shownAccount] = await Promise.all([listAccounts(user), chosenAccount(user)]);
  return (
    <Prefetched data={[[accountsQuery().queryKey, accounts]]}>
      <UploadFlow countries={listCountries()} shownAccount={shownAccount} />
    </Prefetched>
  );
}
