import { auditRow } from "@/lib/audit/record-event";
import { prisma } from "@/lib/db/prisma";

/**
 * Makes the sessions of a user who signs out worthless, on every device: a signed cookie can't be
 * taken back, so one that somebody has kept would open the door for days. A session that has ended
 * before (its `stamp` is older) ends nobody else's.
 */
export async function endSessions(session: { sub?: string; stamp?: number }): Promise<void> {
  const { sub: id, stamp } = session;
  if (!id || stamp === undefined) return;
  await prisma().$transaction(async (tx) => {
    const [ended] = await tx.user.updateManyAndReturn({
      where: { id, stamp },
      data: { stamp: { increment: 1 } },
    });
    if (!ended) return;
    await tx.auditEvent.create({
      data: auditRow(ended, { action: "signed_out", accountId: null, subject: id }),
    });
  });
}
