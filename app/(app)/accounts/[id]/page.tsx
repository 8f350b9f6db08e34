import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account-page";
import { Prefetched } from "@/components/ui/prefetched";
import { accountQuery } from "@/lib/api/queries";
import { listCountries } from "@/lib/phone/country";
import { findAccountOfPage } from "./find-account-of-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findAccountOfPage((await params).id);
  return { title: name };
}

export default async function Page({ params }: Props) {
  const account = await findAccountOfPage((await params).id);
  return (
    <Prefetched data={[[accountQuery(account.id).queryKey, account]]}>
      <AccountPage id={account.id} countries={listCountries()} />
    </Prefetched>
  );
}
