import type { z } from "zod";
import { findAccount } from "@/lib/accounts/find-account";
import type { listAudit as operation } from "@/lib/api/audit";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { decodeCursor, encodeCursor } from "@/lib/runs/cursor";
import { readEvents } from "./read-events";

type Query = z.output<(typeof operation)["query"]>;
type Answer = z.output<(typeof operation)["answer"]>;

/** A page of an account's audit trail, newest first, for its owners. It holds no numbers. */
export async function listAudit(
  user: SessionUser,
  accountId: string,
  { cursor, limit, ...filter }: Query,
): Promise<Answer> {
  await findAccount(user, accountId, "owner");
  const [last] = decodeCursor(cursor) ?? [];
  const before = typeof last === "string" && /^\d{1,18}$/.test(last) ? last : undefined;
  const [events, people] = await Promise.all([
    readEvents(accountId, filter, { before, take: limit + 1 }),
    peopleOf(accountId),
  ]);
  const items = events.slice(0, limit);
  const end = items.at(-1);
  const nextCursor = events.length > limit && end ? encodeCursor([end.id]) : null;
  return { items, people, nextCursor };
}

/** Who can be filtered by. Those who are gone are called as they were at their last deed. */
async function peopleOf(accountId: string): Promise<Answer["people"]> {
  const { rows } = await pool().query<Answer["people"][number]>(
    `SELECT DISTINCT ON (id) id, name FROM (
       SELECT u.id, u.email AS name, 1 AS rank, NULL::bigint AS event
       FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.account_id = $1
       UNION ALL
       SELECT e.user_id, e.actor, 2, e.id FROM audit_events e
       WHERE e.account_id = $1 AND e.user_id IS NOT NULL
     ) known ORDER BY id, rank, event DESC`,
    [accountId],
  );
  return rows.sort((one, other) => one.name.localeCompare(other.name));
}
