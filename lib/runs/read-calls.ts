import type { CallFilter } from "@/lib/api/calls";
import type { LookupCall } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/prisma";

interface Stretch {
  /** Only attempts older than the one of this id. */
  before?: bigint;
  take: number;
}

/** A stretch of a run's ledger, newest attempt first. */
export function readCalls(
  runId: string,
  { of, failed, billing }: CallFilter,
  { before, take }: Stretch,
): Promise<LookupCall[]> {
  return prisma().lookupCall.findMany({
    where: {
      runId,
      ...(before !== undefined && { id: { lt: before } }),
      ...(of && { passId: of === "rcs" ? null : { not: null } }),
      ...(billing && { billing, result: { not: null } }),
      ...(failed === "true" && { NOT: { result: "ok" } }),
    },
    orderBy: { id: "desc" },
    take,
  });
}
