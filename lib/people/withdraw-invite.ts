import { auditRow } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { notFound } from "@/lib/errors";
import { lockAccount } from "./lock-account";

/**
 * Makes the link of an open invite worthless.
 *
 * @throws AppError `not_found`, `forbidden`
 */
export async function withdrawInvite(
  owner: SessionUser,
  { id: accountId, inviteId }: { id: string; inviteId: string },
): Promise<void> {
  await prisma().$transaction(async (tx) => {
    await lockAccount(tx, owner, accountId);
    const where = { id: inviteId, accountId, acceptedAt: null };
    const invite = await tx.invite.findFirst({ where });
    if (!invite) throw notFound("invite");
    await tx.invite.deleteMany({ where });
    const { email: label } = invite;
    await tx.auditEvent.create({
      data: auditRow(owner, { action: "invite_withdrawn", accountId, subject: inviteId, label }),
    });
  });
}
