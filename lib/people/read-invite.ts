import type { z } from "zod";
import type { readInvite as operation } from "@/lib/api/people";
import { prisma } from "@/lib/db/prisma";
import { findInvite } from "./find-invite";

/**
 * What a link invites to.
 *
 * @throws AppError `link_not_valid`
 */
export function readInvite(secret: string): Promise<z.output<(typeof operation)["answer"]>> {
  return prisma().$transaction(async (tx) => {
    const { account, email, role } = await findInvite(tx, secret);
    const user = await tx.user.findUnique({ where: { email } });
    return {
      accountName: account.name,
      email,
      role,
      isKnown: user !== null,
      hasPassword: typeof user?.passwordHash === "string",
    };
  });
}
