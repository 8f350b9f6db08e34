import type { z } from "zod";
import type { listInvalid as operation } from "@/lib/api/results";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { explainReason, reasonTitle } from "@/lib/phone/explain-reason";
import { decodeCursor, encodeCursor } from "@/lib/runs/cursor";
import { findRun } from "@/lib/runs/find-run";
import { asReason } from "./as-reason";
import { countReasons } from "./count-reasons";

type Query = z.output<(typeof operation)["query"]>;

/** A page of the rows that are no number, with their reasons in words. Not for viewers. */
export async function listInvalid(user: SessionUser, runId: string, query: Query) {
  const { run } = await findRun(user, runId, "analyst");
  const [after = 0] = decodeCursor(query.cursor) ?? [];
  const [rows, reasons] = await Promise.all([
    prisma().invalidRow.findMany({
      where: {
        runId,
        line: { gt: Number(after) || 0 },
        ...(query.reason && { reason: query.reason }),
      },
      orderBy: { line: "asc" },
      take: query.limit + 1,
    }),
    countReasons(runId),
  ]);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ line, cell, reason: stored }) => {
      const reason = asReason(stored);
      const detail = explainReason(reason, { cell, country: run.defaultCountry });
      return { line, cell, reason, title: reasonTitle(reason), detail };
    }),
    reasons,
    nextCursor: rows.length > shown.length && last ? encodeCursor([last.line]) : null,
  };
}
