import type { Metadata } from "next";
import { createLoader, parseAsString } from "nuqs/server";
import { RunsList } from "@/components/runs/runs-list";
import { Prefetched } from "@/components/ui/prefetched";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery, runsQuery } from "@/lib/api/queries";
import { listRuns as operation } from "@/lib/api/runs";
import { requireUser } from "@/lib/auth/session";
import { listRuns } from "@/lib/runs/list-runs";

export const metadata: Metadata = { title: "Runs" };

const loadParams = createLoader({ account: parseAsString });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const user = await requireUser();
  const { account } = await loadParams(searchParams);
  const filter = account ? { accountId: account } : {};
  const query = operation.query.safeParse(filter);
  const [accounts, runs] = await Promise.all([
    listAccounts(user),
    query.success ? listRuns(user, query.data) : { items: [], nextCursor: null },
  ]);
  return (
    <Prefetched
      data={[
        [accountsQuery().queryKey, accounts],
        [runsQuery(filter).queryKey, { pages: [runs], pageParams: [undefined] }],
      ]}
    >
      <RunsList />
    </Prefetched>
  );
}
