import type { MadeLink } from "@/lib/api/people";
import { auditRow } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { findMember } from "./find-member";
import { hashLinkSecret, makeLinkSecret } from "./link-secret";
import { lockAccount } from "./lock-account";
import { ownsAllOf } from "./owns-all-of";

const WORKS_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a link by which a person sets a new password. It replaces an older one.
 *
 * @throws AppError `not_found`; `forbidden` for oneself, and for a person of accounts that the owner
 *   does not own: whoever sets their password gets into those as well
 */
export async function makePasswordReset(
  owner: SessionUser,
  { id: accountId, userId }: { id: string; userId: string },
): Promise<MadeLink> {
  const secret = makeLinkSecret();
  const expiresAt = new Date(Date.now() + WORKS_FOR_MS);
  await prisma().$transaction(async (tx) => {
    await lockAccount(tx, owner, accountId);
    const { user } = await findMember(tx, accountId, userId);
    if (userId === owner.id) {
      throw new AppError("forbidden", "Change your own password in Settings.");
    }
    if (!ownsAllOf(owner, await tx.membership.findMany({ where: { userId } }))) {
      throw new AppError(
        "forbidden",
        "This person also belongs to accounts that you do not own, so you may not set their password.",
      );
    }
    await tx.passwordReset.deleteMany({ where: { userId, usedAt: null } });
    await tx.passwordReset.create({
      data: { userId, expiresAt, tokenHash: hashLinkSecret(secret), createdById: owner.id },
    });
    const { email: label } = user;
    await tx.auditEvent.create({
      data: auditRow(owner, { action: "password_reset_made", accountId, subject: userId, label }),
    });
  });
  return { secret, expiresAt: expiresAt.toISOString() };
}
