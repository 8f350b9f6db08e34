import type { AuditEvent } from "@/lib/audit/record-event";
import type { Account } from "@/lib/db/generated/client";

/**
 * What the audit trail tells of a change of an account: the names of the settings that differ, and
 * apart from them that the key was replaced. Values stay out of it.
 */
export function changesOf(before: Account, after: Account): AuditEvent[] {
  const subject = { accountId: after.id, subject: after.id, label: after.name };
  const names = (Object.keys(after) as (keyof Account)[]).filter(
    (name) => String(before[name]) !== String(after[name]),
  );
  const fields = names.filter((name) => name !== "apiKeyCipher" && name !== "bulkPath");
  const events: AuditEvent[] = [];
  if (fields.length > 0) {
    events.push({ ...subject, action: "account_changed", facts: { fields: fields.join(", ") } });
  }
  if (names.includes("apiKeyCipher")) events.push({ ...subject, action: "key_changed" });
  return events;
}
