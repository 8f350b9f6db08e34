import type { PersonChange } from "@/lib/api/people";
import type { AuditAction } from "@/lib/audit/actions";
import { auditRow } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { findMember, keepAnOwner } from "./find-member";
import { lockAccount } from "./lock-account";

/**
 * Changes the role of a person in an account, or disables or enables them there. Their sessions end.
 *
 * @throws AppError `not_found`, `forbidden`, `last_owner`
 */
export async function changePerson(
  owner: SessionUser,
  { id: accountId, userId }: { id: string; userId: string },
  change: PersonChange,
): Promise<void> {
  await prisma().$transaction(async (tx) => {
    await lockAccount(tx, owner, accountId);
    const member = await findMember(tx, accountId, userId);
    const role = change.role ?? member.role;
    const wasDisabled = member.disabledAt !== null;
    const isDisabled = change.isDisabled ?? wasDisabled;
    const deeds: [AuditAction, boolean, Record<string, string>?][] = [
      ["role_changed", role !== member.role, { from: member.role, to: role }],
      ["person_disabled", isDisabled && !wasDisabled],
      ["person_enabled", !isDisabled && wasDisabled],
    ];
    const done = deeds.filter(([, isDone]) => isDone);
    if (done.length === 0) return;
    const wasOwner = member.role === "owner" && !wasDisabled;
    if (wasOwner && (role !== "owner" || isDisabled)) await keepAnOwner(tx, member);
    await tx.membership.update({
      where: { userId_accountId: { userId, accountId } },
      data: { role, disabledAt: isDisabled ? (member.disabledAt ?? new Date()) : null },
    });
    await tx.user.update({ where: { id: userId }, data: { stamp: { increment: 1 } } });
    await tx.auditEvent.createMany({
      data: done.map(([action, , facts]) =>
        auditRow(owner, { action, accountId, subject: userId, label: member.user.email, facts }),
      ),
    });
  });
}
