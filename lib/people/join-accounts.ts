import { auditRow } from "@/lib/audit/record-event";
import type { Invite, Prisma, User } from "@/lib/db/generated/client";
import { openInvites } from "./open-invites";

/** The invites of an email address that can be taken up. */
export function openInvitesOf(tx: Prisma.TransactionClient, email: string): Promise<Invite[]> {
  return openInvites(tx, { email });
}

/** Takes up invites: their accounts have a new member. Where the user is one already nothing changes. */
export async function joinAccounts(
  tx: Prisma.TransactionClient,
  user: Pick<User, "id" | "email">,
  invites: Invite[],
): Promise<void> {
  await tx.invite.updateMany({
    where: { id: { in: invites.map(({ id }) => id) } },
    data: { acceptedAt: new Date() },
  });
  await tx.membership.createMany({
    data: invites.map(({ accountId, role }) => ({ userId: user.id, accountId, role })),
    skipDuplicates: true,
  });
  await tx.auditEvent.createMany({
    data: invites.map(({ id, accountId, email, role }) =>
      auditRow(user, {
        action: "invite_accepted",
        accountId,
        subject: id,
        label: email,
        facts: { role },
      }),
    ),
  });
}
