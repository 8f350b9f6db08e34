import { auditRow } from "@/lib/audit/record-event";
import type { Prisma } from "@/lib/db/generated/client";

/** Gives a user another password. Their sessions end, and links that would set it are worthless. */
export async function storePassword(
  tx: Prisma.TransactionClient,
  { id, email }: { id: string; email: string },
  passwordHash: string,
  by: string,
): Promise<void> {
  await tx.user.update({ where: { id }, data: { passwordHash, stamp: { increment: 1 } } });
  await tx.passwordReset.deleteMany({ where: { userId: id, usedAt: null } });
  await tx.auditEvent.create({
    data: auditRow(
      { id, email },
      { action: "password_changed", accountId: null, subject: id, facts: { by } },
    ),
  });
}
