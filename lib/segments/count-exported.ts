import type { SegmentName } from "@/lib/api/results";
import { prisma } from "@/lib/db/prisma";
import { SEGMENT_OUTCOMES } from "./segment-outcomes";

/** How many rows a segment of a run has, from what is counted already. */
export async function countExported(
  run: { id: string; invalid: number; duplicates: number; unique: number },
  segment: SegmentName,
): Promise<number> {
  if (segment === "invalid" || segment === "duplicates") return run[segment];
  const outcomes = SEGMENT_OUTCOMES[segment];
  if (!outcomes) return run.unique;
  const { _sum } = await prisma().breakdown.aggregate({
    where: { runId: run.id, outcome: { in: [...outcomes] } },
    _sum: { contacts: true },
  });
  return _sum.contacts ?? 0;
}
