import { prisma } from "@/lib/db/prisma";
import { reasonTitle } from "@/lib/phone/explain-reason";
import { asReason } from "./as-reason";

/** Why rows of a run are no number: each reason with its rows, the most frequent first. */
export async function countReasons(runId: string) {
  const groups = await prisma().invalidRow.groupBy({
    by: ["reason"],
    where: { runId },
    _count: { _all: true },
    orderBy: { _count: { reason: "desc" } },
  });
  return groups.map(({ reason, _count }) => ({
    reason: asReason(reason),
    title: reasonTitle(asReason(reason)),
    rows: _count._all,
  }));
}
