import type { Metadata } from "next";
import { Prefetched } from "@/components/ui/prefetched";
import { UploadFlow } from "@/components/upload/upload-flow";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { listCountries } from "@/lib/phone/country";

export const metadata: Metadata = { title: "Check an audience" };

export default async function Page() {
  const user = await requireUser();
  return (
    <Prefetched data={[[accountsQuery().queryKey, await listAccounts(user)]]}>
      <UploadFlow countries={listCountries()} />
    </Prefetched>
  );
}
