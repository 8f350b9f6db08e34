import type { PoolClient } from "pg";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import type { LockedRun } from "./lock-run";

/** Writes into the audit trail that an audience came in, and that its lookups began. */
export async function recordStart(
  user: SessionUser,
  id: string,
  { accountId, name, rows, unique, duplicates, invalid }: LockedRun,
  tx: PoolClient,
): Promise<void> {
  const event = { accountId, subject: id, label: name };
  const facts = { rows, contacts: unique, duplicates, invalid };
  await recordEvent(user, { ...event, action: "audience_uploaded", facts }, tx);
  await recordEvent(user, { ...event, action: "run_started", facts: { contacts: unique } }, tx);
}
