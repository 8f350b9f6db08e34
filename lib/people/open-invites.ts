import type { Prisma } from "@/lib/db/generated/client";

/**
 * Invites that can be taken up, oldest first. They are worth what their makers are at this moment:
 * only whoever owns the account lets somebody in.
 */
export async function openInvites(
  tx: Pick<Prisma.TransactionClient, "invite">,
  where: Pick<Prisma.InviteWhereInput, "tokenHash" | "email" | "accountId">,
) {
  const owners = { where: { role: "owner", disabledAt: null } } as const;
  const invites = await tx.invite.findMany({
    where: { ...where, acceptedAt: null, expiresAt: { gt: new Date() } },
    include: { account: { include: { memberships: owners } } },
    orderBy: { createdAt: "asc" },
  });
  return invites.filter(({ account, invitedById }) =>
    account.memberships.some(({ userId }) => userId === invitedById),
  );
}
