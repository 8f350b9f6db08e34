import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AccountPage } from "@/components/accounts/account-page";
import { Prefetched } from "@/components/ui/prefetched";
import { getAccount } from "@/lib/accounts/get-account";
import { idParams } from "@/lib/api/common";
import { accountQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { orNotFound } from "@/lib/http/or-not-found";
import { listCountries } from "@/lib/phone/country";

type Props = { params: Promise<{ id: string }> };

// Asked for twice a request: by the title of the tab and by the page.
const load = cache(async (id: string) => {
  const user = await requireUser();
  if (!idParams.shape.id.safeParse(id).success) notFound();
  return orNotFound(getAccount(user, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await load((await params).id);
  return { title: name };
}

export default async function Page({ params }: Props) {
  const account = await load((await params).id);
  return (
    <Prefetched data={[[accountQuery(account.id).queryKey, account]]}>
      <AccountPage id={account.id} countries={listCountries()} />
    </Prefetched>
  );
}
