import { requireRole } from "@/lib/auth/require-role";
import type { SessionUser } from "@/lib/auth/session";
import type { Prisma } from "@/lib/db/generated/client";
import { notFound } from "@/lib/errors";

/**
 * An account whose people an owner is about to change, for this transaction alone: two owners that
 * demote each other at once would leave it without one.
 *
 * @throws AppError `not_found`, `forbidden`
 */
export async function lockAccount(
  tx: Prisma.TransactionClient,
  owner: SessionUser,
  accountId: string,
): Promise<void> {
  requireRole(owner, accountId, "owner");
  const locked = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`;
  if (locked.length === 0) throw notFound("account");
  // They may have lost the role while they waited.
  const now = await tx.membership.findUnique({
    where: { userId_accountId: { userId: owner.id, accountId } },
  });
  const role = now && !now.disabledAt ? { [accountId]: now.role } : {};
  requireRole({ ...owner, roles: role }, accountId, "owner");
}
