import type { OutcomeCounts, RunListItem } from "@/lib/api/runs";
import type { Run } from "@/lib/db/generated/client";

/** A run as it stands in a list. */
export function runListItem(
  run: Run & { account: { name: string; isSandbox: boolean } },
  outcomes: OutcomeCounts,
): RunListItem {
  const { id, accountId, name, fileName, status } = run;
  const { rows, unique, duplicates, invalid, blank, erased } = run;
  return {
    id,
    accountId,
    accountName: run.account.name,
    isSandbox: run.account.isSandbox,
    name,
    fileName,
    status,
    counts: { rows, unique, duplicates, invalid, blank, erased },
    outcomes,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    purgedAt: run.purgedAt?.toISOString() ?? null,
  };
}
