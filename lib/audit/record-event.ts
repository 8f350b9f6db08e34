import { pool } from "@/lib/db/pool";
import { maskNumbersIn } from "@/lib/kaleyra/mask";
import type { AuditAction } from "./actions";

/** Who did something: a user, or what stands in the place of one. */
export interface Actor {
  /** The user's; null for a stranger or the application itself. */
  id: string | null;
  /** What the trail calls them, such as an email address. */
  email: string;
}

export interface AuditEvent {
  action: AuditAction;
  /** Null for what concerns a user as such. */
  accountId: string | null;
  /** The id of what it was done to. */
  subject?: string;
  /** Its name at this time; whatever looks like a phone number in it is masked. */
  label?: string;
  /** Counts and words; never a number of a person. */
  facts?: Record<string, number | string | boolean>;
}

/** An event as a row of the audit trail, for a transaction of Prisma. */
export function auditRow(actor: Actor, { label, facts, ...event }: AuditEvent) {
  return {
    ...event,
    userId: actor.id,
    actor: actor.email,
    label: label === undefined ? null : maskNumbersIn(label),
    ...(facts && { facts }),
  };
}

/** Writes an event into the audit trail, in the transaction of what it tells of where there is one. */
export async function recordEvent(
  actor: Actor,
  event: AuditEvent,
  tx: { query(sql: string, values: unknown[]): Promise<unknown> } = pool(),
): Promise<void> {
  const {
    accountId,
    userId,
    actor: name,
    action,
    subject,
    label,
    facts,
  } = {
    facts: null,
    subject: null,
    ...auditRow(actor, event),
  };
  await tx.query(
    `INSERT INTO audit_events (account_id, user_id, actor, action, subject, label, facts)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [accountId, userId, name, action, subject, label, facts],
  );
}
