import type { Metadata } from "next";
import { OverviewPage } from "@/components/overview/overview-page";
import { RUNS_IN_TOTALS } from "@/components/overview/runs-in-totals";
import { Prefetched } from "@/components/ui/prefetched";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery, latestRunsQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { chosenAccount } from "@/lib/preferences/chosen-account";
import { listRuns } from "@/lib/runs/list-runs";

export const metadata: Metadata = { title: "Overview" };

export default async function Page() {
  const user = await requireUser();
  const accountId = (await chosenAccount(user)) ?? undefined;
  const [accounts, runs] = await Promise.all([
    listAccounts(user),
    listRuns(user, { accountId, limit: RUNS_IN_TOTALS }),
  ]);
  return (
    <Prefetched
      data={[
        [accountsQuery().queryKey, accounts],
        [latestRunsQuery(RUNS_IN_TOTALS, accountId).queryKey, runs],
      ]}
    >
      <OverviewPage accountId={accountId} />
    </Prefetched>
  );
}
