import { auditRow } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { isPassGoing } from "@/lib/details/is-pass-going";
import { AppError } from "@/lib/errors";
import { findAccount } from "./find-account";

/**
 * Removes an account with its runs, contacts and ledger.
 *
 * @throws AppError `account_in_use` while a run of it is going
 */
export async function deleteAccount(user: SessionUser, id: string): Promise<void> {
  const { account } = await findAccount(user, id, "owner");
  const going = await prisma().run.count({
    where: { accountId: id, status: { in: ["queued", "running"] } },
  });
  if (going > 0 || (await isPassGoing({ accountId: id }))) {
    throw new AppError(
      "account_in_use",
      "A run of this account is still going. Cancel it or let it finish first.",
    );
  }
  await prisma().$transaction(async (tx) => {
    // Who is disabled here and belongs nowhere else would otherwise be a user who may sign in.
    await tx.user.deleteMany({
      where: { memberships: { some: {}, every: { accountId: id, disabledAt: { not: null } } } },
    });
    await tx.account.delete({ where: { id } });
    const event = { action: "account_removed", accountId: id, subject: id } as const;
    await tx.auditEvent.create({ data: auditRow(user, { ...event, label: account.name }) });
  });
}
