import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TokensPage } from "@/components/tokens/tokens-page";
import { Prefetched } from "@/components/ui/prefetched";
import { accountQuery, tokensQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { listTokens } from "@/lib/tokens/list-tokens";
import { findAccountOfPage } from "../find-account-of-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await findAccountOfPage((await params).id);
  return { title: `API tokens of ${name}` };
}

export default async function Page({ params }: Props) {
  const account = await findAccountOfPage((await params).id);
  if (account.role !== "owner") notFound();
  const tokens = await listTokens(await requireUser(), account.id);
  return (
    <Prefetched
      data={[
        [accountQuery(account.id).queryKey, account],
        [tokensQuery(account.id).queryKey, tokens],
      ]}
    >
      <TokensPage accountId={account.id} />
    </Prefetched>
  );
}
