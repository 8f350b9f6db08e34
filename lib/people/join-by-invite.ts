import type { NewMember } from "@/lib/api/people";
import { hashPassword } from "@/lib/auth/passwords";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { findInvite } from "./find-invite";
import { joinAccounts } from "./join-accounts";
import { readInvite } from "./read-invite";

/**
 * Takes up an invite as a new person, with a name and a password.
 *
 * @throws AppError `link_not_valid`; `has_account` for somebody who is here already: to join
 *   further accounts they sign in, or whoever has the link would take over their others
 */
export async function joinByInvite({ secret, name, password }: NewMember) {
  // Looked at before the hashing, which is costly.
  if ((await readInvite(secret)).isKnown) throw hasAccount();
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const invite = await findInvite(tx, secret);
    const { email } = invite;
    await tx.$executeRaw`LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE`;
    if (await tx.user.findUnique({ where: { email } })) throw hasAccount();
    const user = await tx.user.create({ data: { email, name, passwordHash } });
    await joinAccounts(tx, user, [invite]);
    return { email };
  });
}

const hasAccount = () =>
  new AppError("has_account", "Somebody of this email address is here already. Sign in to join.");
