import type { z } from "zod";
import type { listRuns as operation, RunListItem } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { countOutcomes } from "./count-outcomes";
import { decodeCursor, encodeCursor } from "./cursor";
import { runListItem } from "./run-list-item";

type Query = z.output<(typeof operation)["query"]>;

/** A page of the runs of the user's accounts, newest first. */
export async function listRuns(
  user: SessionUser,
  query: Query,
): Promise<{ items: RunListItem[]; nextCursor: string | null }> {
  const mine = Object.keys(user.roles);
  const [after] = decodeCursor(query.cursor) ?? [];
  const runs = await prisma().run.findMany({
    where: {
      accountId: { in: mine.filter((id) => !query.accountId || id === query.accountId) },
      // Version 7 UUIDs grow with time (RFC 9562), so the id alone is the order.
      ...(typeof after === "string" && { id: { lt: after } }),
      ...(query.fileHash && { fileHash: query.fileHash }),
      ...(query.status && { status: query.status }),
      ...(query.started === "true" && { startedAt: { not: null } }),
      ...(query.q && { OR: [{ name: holds(query.q) }, { fileName: holds(query.q) }] }),
    },
    include: { account: { select: { name: true, isSandbox: true } } },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
  const shown = runs.slice(0, query.limit);
  const outcomes = await countOutcomes(shown);
  const last = shown.at(-1);
  return {
    items: shown.flatMap((run) => {
      const counts = outcomes.get(run.id);
      return counts ? [runListItem(run, counts)] : [];
    }),
    nextCursor: runs.length > shown.length && last ? encodeCursor([last.id]) : null,
  };
}

/** Prisma leaves the wildcards of LIKE in what is searched for; here they are letters. */
function holds(text: string) {
  return { contains: text.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
}
