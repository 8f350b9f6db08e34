import type { Metadata } from "next";
import { PeoplePage } from "@/components/people/people-page";
import { Prefetched } from "@/components/ui/prefetched";
import { accountQuery, peopleQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { listPeople } from "@/lib/people/list-people";
import { findAccountOfPage } from "../find-account-of-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findAccountOfPage((await params).id);
  return { title: `People of ${name}` };
}

export default async function Page({ params }: Props) {
  const account = await findAccountOfPage((await params).id);
  const people = await listPeople(await requireUser(), account.id);
  return (
    <Prefetched
      data={[
        [accountQuery(account.id).queryKey, account],
        [peopleQuery(account.id).queryKey, people],
      ]}
    >
      <PeoplePage accountId={account.id} />
    </Prefetched>
  );
}
