import type { z } from "zod";
import type { CallPage, listCalls as operation } from "@/lib/api/calls";
import type { SessionUser } from "@/lib/auth/session";
import { callView } from "./call-view";
import { countCalls } from "./count-calls";
import { decodeCursor, encodeCursor } from "./cursor";
import { findRun } from "./find-run";
import { readCalls } from "./read-calls";

type Query = z.output<(typeof operation)["query"]>;

/** A page of a run's ledger, newest attempt first. It holds no numbers. */
export async function listCalls(
  user: SessionUser,
  runId: string,
  { cursor, limit, ...filter }: Query,
): Promise<CallPage> {
  await findRun(user, runId, "viewer");
  const [last] = decodeCursor(cursor) ?? [];
  const before = typeof last === "string" && /^\d{1,18}$/.test(last) ? BigInt(last) : undefined;
  const [calls, counts] = await Promise.all([
    readCalls(runId, filter, { before, take: limit + 1 }),
    countCalls(runId),
  ]);
  const shown = calls.slice(0, limit);
  const end = shown.at(-1);
  return {
    items: shown.map(callView),
    nextCursor: calls.length > shown.length && end ? encodeCursor([end.id.toString()]) : null,
    counts,
  };
}
