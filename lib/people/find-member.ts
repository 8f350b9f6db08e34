import type { Prisma } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";

/**
 * A member of an account, with their user.
 *
 * @throws AppError `not_found`
 */
export async function findMember(tx: Prisma.TransactionClient, accountId: string, userId: string) {
  const member = await tx.membership.findUnique({
    where: { userId_accountId: { userId, accountId } },
    include: { user: true },
  });
  if (!member) throw notFound("person");
  return member;
}

/**
 * Refuses what would leave an account without an owner.
 *
 * @throws AppError `last_owner`
 */
export async function keepAnOwner(
  tx: Prisma.TransactionClient,
  { accountId, userId }: { accountId: string; userId: string },
): Promise<void> {
  const others = await tx.membership.count({
    where: { accountId, role: "owner", disabledAt: null, userId: { not: userId } },
  });
  if (others > 0) return;
  throw new AppError(
    "last_owner",
    "This is the only owner of the account. Make somebody else an owner first.",
  );
}
