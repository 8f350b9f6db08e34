import { prisma } from "@/lib/db/prisma";
import { reasonTitle } from "@/lib/phone/explain-reason";
import { asReason } from "./as-reason";

/** Why rows of a run are no number: each reason with its rows, the most frequent first. */
export async function countReasons(runId: string) {
  const counts = await prisma().invalidCount.findMany({
    where: { runId },
    orderBy: { rows: "desc" },
  });
  return counts.map(({ reason, rows }) => ({
    reason: asReason(reason),
    title: reasonTitle(asReason(reason)),
    rows,
  }));
}
