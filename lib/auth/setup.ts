import { sandboxAccount } from "@/lib/accounts/sandbox-account";
import type { NewOwner } from "@/lib/api/system";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { setLaneLimit } from "@/lib/lookups/queue";
import { hashPassword } from "./passwords";

/** Whether nobody can sign in yet. */
export async function needsSetup(): Promise<boolean> {
  return (await prisma().user.findFirst({ select: { id: true } })) === null;
}

/**
 * Makes the first owner and the sandbox account that they start with.
 *
 * @throws AppError `already_set_up` when there is a user already, in a race too
 */
export async function setUp(owner: NewOwner): Promise<{ email: string }> {
  const passwordHash = await hashPassword(owner.password);
  const account = sandboxAccount();
  await prisma().$transaction(async (tx) => {
    // One at a time, so that two first owners cannot slip in together.
    await tx.$executeRaw`LOCK TABLE users IN EXCLUSIVE MODE`;
    if (await tx.user.findFirst({ select: { id: true } })) {
      throw new AppError("already_set_up", "There is an owner already. Sign in instead.");
    }
    const { name, email } = owner;
    const { id: userId } = await tx.user.create({ data: { name, email, passwordHash } });
    if (account) {
      await tx.account.create({
        data: { ...account, memberships: { create: { userId, role: "owner" } } },
      });
    }
  });
  if (account) await setLaneLimit(account);
  return { email: owner.email };
}
