import type { Metadata } from "next";
import { RunsList } from "@/components/runs/runs-list";
import { Prefetched } from "@/components/ui/prefetched";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery, runsQuery } from "@/lib/api/queries";
import { listRuns as operation } from "@/lib/api/runs";
import { requireUser } from "@/lib/auth/session";
import { chosenAccount } from "@/lib/preferences/chosen-account";
import { listRuns } from "@/lib/runs/list-runs";

export const metadata: Metadata = { title: "Runs" };

export default async function Page() {
  const user = await requireUser();
  const accountId = (await chosenAccount(user)) ?? undefined;
  const [accounts, runs] = await Promise.all([
    listAccounts(user),
    listRuns(user, operation.query.parse({ accountId })),
  ]);
  return (
    <Prefetched
      data={[
        [accountsQuery().queryKey, accounts],
        [runsQuery({ accountId }).queryKey, { pages: [runs], pageParams: [undefined] }],
      ]}
    >
      <RunsList accountId={accountId} />
    </Prefetched>
  );
}
