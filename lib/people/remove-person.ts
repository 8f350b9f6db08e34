import { auditRow } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { findMember, keepAnOwner } from "./find-member";
import { lockAccount } from "./lock-account";

/**
 * Removes a person from an account. Whoever belongs to no other one is deleted; runs stay.
 *
 * @throws AppError `not_found`, `forbidden`, `last_owner`
 */
export async function removePerson(
  owner: SessionUser,
  { id: accountId, userId }: { id: string; userId: string },
): Promise<void> {
  await prisma().$transaction(async (tx) => {
    await lockAccount(tx, owner, accountId);
    const member = await findMember(tx, accountId, userId);
    if (member.role === "owner" && !member.disabledAt) await keepAnOwner(tx, member);
    const { email } = member.user;
    await tx.membership.delete({ where: { userId_accountId: { userId, accountId } } });
    // An invite that was taken up would let nobody in, but it tells that they were here.
    await tx.invite.deleteMany({ where: { accountId, email } });
    // Locks the user, so that two accounts that remove them at once see each other.
    await tx.user.update({ where: { id: userId }, data: { stamp: { increment: 1 } } });
    await tx.user.deleteMany({ where: { id: userId, memberships: { none: {} } } });
    await tx.auditEvent.create({
      data: auditRow(owner, { action: "person_removed", accountId, subject: userId, label: email }),
    });
  });
}
