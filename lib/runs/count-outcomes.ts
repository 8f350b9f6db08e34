import type { OutcomeCounts } from "@/lib/api/runs";
import { prisma } from "@/lib/db/prisma";

const none: OutcomeCounts = {
  pending: 0,
  rcs: 0,
  not_rcs: 0,
  no_answer: 0,
  failed: 0,
  rejected: 0,
};

/** Contacts by outcome for each run, from the breakdown. */
export async function countOutcomes(runs: { id: string }[]): Promise<Map<string, OutcomeCounts>> {
  const rows = await prisma().breakdown.groupBy({
    by: ["runId", "outcome"],
    where: { runId: { in: runs.map((run) => run.id) } },
    _sum: { contacts: true },
  });
  const counts = new Map<string, OutcomeCounts>(runs.map(({ id }) => [id, none]));
  for (const { runId, outcome, _sum } of rows) {
    counts.set(runId, { ...(counts.get(runId) ?? none), [outcome]: _sum.contacts ?? 0 });
  }
  return counts;
}
