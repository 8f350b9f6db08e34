import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { findInvite } from "./find-invite";
import { joinAccounts } from "./join-accounts";

/**
 * Takes up an invite as the user who is signed in.
 *
 * @throws AppError `link_not_valid`; `forbidden` when somebody else is invited
 */
export async function acceptInvite(user: SessionUser, secret: string) {
  return prisma().$transaction(async (tx) => {
    const invite = await findInvite(tx, secret);
    if (invite.email !== user.email) {
      throw new AppError(
        "forbidden",
        `This link is for ${invite.email}, and you are signed in as ${user.email}.`,
      );
    }
    await joinAccounts(tx, user, [invite]);
    return { accountId: invite.accountId };
  });
}
