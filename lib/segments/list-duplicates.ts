import type { z } from "zod";
import type { listDuplicates as operation } from "@/lib/api/results";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { decodeCursor, encodeCursor } from "@/lib/runs/cursor";
import { findRun } from "@/lib/runs/find-run";
import { refusePurged } from "@/lib/runs/refuse-purged";
import { duplicateForViewers } from "./for-viewers";

type Query = z.output<(typeof operation)["query"]>;

/**
 * A page of the rows whose number stands on another line. A viewer sees no number.
 *
 * @throws AppError `run_purged` when they are gone
 */
export async function listDuplicates(user: SessionUser, runId: string, query: Query) {
  const { run, role } = await findRun(user, runId, "viewer");
  refusePurged(run);
  const [after = 0] = decodeCursor(query.cursor) ?? [];
  const rows = await prisma().duplicateRow.findMany({
    where: { runId, line: { gt: Number(after) || 0 } },
    orderBy: { line: "asc" },
    take: query.limit + 1,
  });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ line, cell, e164, keptLine }) => {
      const duplicate = { line, cell, number: e164, keptLine };
      return role === "viewer" ? duplicateForViewers(duplicate) : duplicate;
    }),
    nextCursor: rows.length > shown.length && last ? encodeCursor([last.line]) : null,
  };
}
