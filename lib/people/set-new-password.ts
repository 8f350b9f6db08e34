import type { NewPassword } from "@/lib/api/people";
import { hashPassword } from "@/lib/auth/passwords";
import { rolesOf } from "@/lib/auth/roles-of";
import type { Prisma } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/prisma";
import { linkNotValid } from "./find-invite";
import { hashLinkSecret } from "./link-secret";
import { ownsAllOf } from "./owns-all-of";
import { storePassword } from "./store-password";

/**
 * Whose password a link sets.
 *
 * @throws AppError `link_not_valid`
 */
export function readPasswordReset(secret: string): Promise<{ email: string }> {
  return prisma().$transaction(async (tx) => ({ email: (await findReset(tx, secret)).user.email }));
}

/**
 * Sets a new password by a link that an owner has made. All sessions of its person end.
 *
 * @throws AppError `link_not_valid`
 */
export async function setNewPassword({ secret, password }: NewPassword) {
  await readPasswordReset(secret);
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const { id, user } = await findReset(tx, secret);
    await tx.passwordReset.update({ where: { id }, data: { usedAt: new Date() } });
    await storePassword(tx, user, passwordHash, "a link of an owner");
    return { email: user.email };
  });
}

/**
 * The reset of a link that works, locked for this transaction. It is judged anew: since it was made,
 * its maker may have lost the role, or its person may have joined an account of others.
 */
async function findReset(tx: Prisma.TransactionClient, secret: string) {
  const tokenHash = hashLinkSecret(secret);
  await tx.$queryRaw`SELECT 1 FROM password_resets WHERE token_hash = ${tokenHash} FOR UPDATE`;
  const reset = await tx.passwordReset.findUnique({
    where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
    include: { user: { include: { memberships: true } } },
  });
  if (!reset?.createdById) throw linkNotValid();
  const maker = await tx.membership.findMany({ where: { userId: reset.createdById } });
  if (!ownsAllOf({ roles: rolesOf(maker) }, reset.user.memberships)) throw linkNotValid();
  return reset;
}
