import type { Metadata } from "next";
import { loadListParams, runFilterOf } from "@/components/runs/list-params";
import { RunsList } from "@/components/runs/runs-list";
import { Prefetched } from "@/components/ui/prefetched";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery, runsQuery } from "@/lib/api/queries";
import { listRuns as operation } from "@/lib/api/runs";
import { requireUser } from "@/lib/auth/session";
import { chosenAccount } from "@/lib/preferences/chosen-account";
import { listRuns } from "@/lib/runs/list-runs";

export const metadata: Metadata = { title: "Runs" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const user = await requireUser();
  const accountId = (await chosenAccount(user)) ?? undefined;
  const filter = { accountId, ...runFilterOf(await loadListParams(searchParams)) };
  const [accounts, runs] = await Promise.all([
    listAccounts(user),
    listRuns(user, operation.query.parse(filter)),
  ]);
  return (
    <Prefetched
      data={[
        [accountsQuery().queryKey, accounts],
        [runsQuery(filter).queryKey, { pages: [runs], pageParams: [undefined] }],
      ]}
    >
      <RunsList accountId={accountId} />
    </Prefetched>
  );
}
