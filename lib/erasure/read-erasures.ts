import type { ErasureView } from "@/lib/api/erasures";
import type { Prisma } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/prisma";
import { ERASURE_PARTS, erasureView } from "./erasure-view";

/** Receipts, newest first, each with the name of who erased. */
export async function readErasures(
  where: Prisma.ErasureWhereInput,
  take?: number,
): Promise<ErasureView[]> {
  const erasures = await prisma().erasure.findMany({
    where,
    include: ERASURE_PARTS,
    // Version 7 UUIDs grow with time (RFC 9562), so the id alone is the order.
    orderBy: { id: "desc" },
    ...(take !== undefined && { take }),
  });
  const ids = erasures.flatMap(({ erasedById }) => erasedById ?? []);
  const users = await prisma().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const byId = new Map(users.map((user) => [user.id, user]));
  return erasures.map((one) => erasureView(one, byId.get(one.erasedById ?? "")));
}
