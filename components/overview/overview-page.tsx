"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useCanStart } from "@/components/accounts/use-can-start";
import { NewRunLink } from "@/components/frame/new-run-link";
import { cx } from "@/components/ui/cx";
import { PageHeader } from "@/components/ui/page-header";
import { accountsQuery, latestRunsQuery } from "@/lib/api/queries";
import { AccountsCard } from "./accounts-card";
import { FirstSteps } from "./first-steps";
import { LatestRuns } from "./latest-runs";
import { RUNS_IN_TOTALS } from "./runs-in-totals";
import { totalsOf } from "./totals";
import { TotalsCard } from "./totals-card";

const SHOWN = 6;

/**
 * Where one stands and what to do next.
 *
 * @param accountId the account that the frame has been set to; undefined for all
 */
export function OverviewPage({ accountId }: { accountId?: string }) {
  const { data: accounts } = useSuspenseQuery(accountsQuery());
  const { data: runs } = useSuspenseQuery(latestRunsQuery(RUNS_IN_TOTALS, accountId));
  const canStart = useCanStart();
  const isFirst = runs.items.length === 0;
  return (
    <>
      <PageHeader title="Overview" actions={!isFirst && <NewRunLink className="lg:hidden" />} />
      <div className="flex flex-col gap-6">
        {isFirst ? (
          <FirstSteps
            canStart={canStart}
            hasSandbox={accounts.items.some((account) => account.isSandbox)}
          />
        ) : (
          <TotalsCard totals={totalsOf(runs.items)} isPartial={runs.nextCursor !== null} />
        )}
        <div
          className={cx("grid items-start gap-6", !isFirst && "xl:grid-cols-[minmax(0,1fr)_20rem]")}
        >
          {!isFirst && <LatestRuns runs={runs.items.slice(0, SHOWN)} />}
          <AccountsCard accounts={accounts.items} />
        </div>
      </div>
    </>
  );
}
