import type { RunView } from "@/lib/api/runs";
import type { Account, Run } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/prisma";
import { planCalls, planCountries } from "@/lib/lookups/plan";

type PlannedRun = Pick<Run, "id" | "unique" | "plannedBulk" | "plannedSingle"> & {
  account: Pick<Account, "oneCountryPerBatch">;
};

/** The calls that a run was planned with, or will be when it is started. */
export async function callPlan(run: PlannedRun): Promise<RunView["plan"]> {
  const { plannedBulk, plannedSingle } = run;
  if (plannedBulk + plannedSingle > 0)
    return { bulkCalls: plannedBulk, singleCalls: plannedSingle };
  const { bulkSizes, singles } = await planDraft(run);
  return { bulkCalls: bulkSizes.length, singleCalls: singles };
}

async function planDraft({ id, unique, account }: PlannedRun) {
  if (!account.oneCountryPerBatch) return planCalls(unique);
  // Nothing has been asked: all of it is pending, in one cell a country.
  const countries = await prisma().breakdown.findMany({ where: { runId: id } });
  return planCountries(countries, account);
}
