import type { z } from "zod";
import type { listCalls as operation } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { decodeCursor, encodeCursor } from "./cursor";
import { explainNotes } from "./explain-notes";
import { findRun } from "./find-run";
import { statusReason } from "./status-reason";

type Query = z.output<(typeof operation)["query"]>;

/** A result of the ledger in words. */
function titleOf(result: string | null): string {
  if (result === null) return "Under way";
  if (result === "ok") return "Answered";
  if (result === "interrupted") return "Cut off: the worker ended before the answer was stored";
  return statusReason(result)?.title ?? result;
}

/** A page of a run's ledger, newest attempt first. It holds no numbers. */
export async function listCalls(user: SessionUser, runId: string, query: Query) {
  await findRun(user, runId, "viewer");
  const [before] = decodeCursor(query.cursor) ?? [];
  const calls = await prisma().lookupCall.findMany({
    where: {
      runId,
      ...(typeof before === "string" &&
        /^\d{1,18}$/.test(before) && { id: { lt: BigInt(before) } }),
      ...(query.failed === "true" && { NOT: { result: "ok" } }),
    },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
  const shown = calls.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((call) => ({
      id: call.id.toString(),
      startedAt: call.startedAt.toISOString(),
      operation: call.operation,
      numbers: call.numbers,
      billed: call.billed,
      billing: call.billing,
      result: call.result,
      title: titleOf(call.result),
      httpStatus: call.httpStatus,
      errorCode: call.errorCode,
      milliseconds: call.finishedAt && call.finishedAt.getTime() - call.startedAt.getTime(),
      notes: explainNotes(call.notes),
    })),
    nextCursor: calls.length > shown.length && last ? encodeCursor([last.id.toString()]) : null,
  };
}
