import type { MadeLink, NewInvite } from "@/lib/api/people";
import { auditRow } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { hashLinkSecret, makeLinkSecret } from "./link-secret";
import { lockAccount } from "./lock-account";

const WORKS_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Makes a link by which the person of an email address joins an account. It replaces an older one.
 *
 * @throws AppError `not_found`, `forbidden`, `already_member`
 */
export async function invitePerson(
  owner: SessionUser,
  accountId: string,
  { email, role }: NewInvite,
): Promise<MadeLink> {
  const secret = makeLinkSecret();
  const expiresAt = new Date(Date.now() + WORKS_FOR_MS);
  await prisma().$transaction(async (tx) => {
    await lockAccount(tx, owner, accountId);
    if (await tx.membership.findFirst({ where: { accountId, user: { email } } })) {
      const message = "This person belongs to the account already.";
      throw new AppError("already_member", message, { email: message });
    }
    await tx.invite.deleteMany({ where: { accountId, email, acceptedAt: null } });
    const { id } = await tx.invite.create({
      data: {
        accountId,
        email,
        role,
        expiresAt,
        tokenHash: hashLinkSecret(secret),
        invitedById: owner.id,
      },
    });
    await tx.auditEvent.create({
      data: auditRow(owner, {
        action: "invite_made",
        accountId,
        subject: id,
        label: email,
        facts: { role },
      }),
    });
  });
  return { secret, expiresAt: expiresAt.toISOString() };
}
