import type { AuditEventView, AuditFilter } from "@/lib/api/audit";
import { pool } from "@/lib/db/pool";
import type { AuditAction } from "./actions";
import { actionsOf } from "./groups";
import { tellEvent } from "./tell-event";

interface EventRow {
  id: string;
  at: Date;
  actor: string;
  action: AuditAction;
  subject: string | null;
  label: string | null;
  facts: Record<string, unknown> | null;
}

/**
 * A stretch of an account's trail, newest first: what was done in it, and what concerns its people
 * as such, like signing in.
 *
 * @param before only events older than the one of this id
 */
export async function readEvents(
  accountId: string,
  { group, userId, from, to }: AuditFilter,
  { before, take }: { before?: string | undefined; take: number },
): Promise<AuditEventView[]> {
  const values: unknown[] = [accountId];
  const parts = [
    `(account_id = $1 OR (account_id IS NULL AND user_id IN (
      SELECT m.user_id FROM memberships m WHERE m.account_id = $1)))`,
  ];
  const add = (value: unknown, sql: (parameter: string) => string) => {
    if (value !== undefined) parts.push(sql(`$${values.push(value)}`));
  };
  add(group && actionsOf(group), (p) => `action = ANY(${p}::text[])`);
  add(userId, (p) => `user_id = ${p}`);
  add(from, (p) => `at >= ${p}::date::timestamp AT TIME ZONE 'UTC'`);
  add(to, (p) => `at < (${p}::date + 1)::timestamp AT TIME ZONE 'UTC'`);
  add(before, (p) => `id < ${p}::bigint`);
  const { rows } = await pool().query<EventRow>(
    `SELECT id, at, actor, action, subject, label, facts FROM audit_events
     WHERE ${parts.join(" AND ")} ORDER BY id DESC LIMIT ${take}`,
    values,
  );
  return rows.map(({ at, facts: given, ...event }) => {
    const facts = given ?? {};
    return { ...event, at: at.toISOString(), facts, told: tellEvent({ ...event, facts }) };
  });
}
