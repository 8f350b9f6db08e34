import { prisma } from "@/lib/db/prisma";

/**
 * Makes the sessions of a user worthless, on every device: a signed cookie can't be taken back, so
 * one that somebody has kept would open the door for days. A session that has ended before (its
 * `stamp` is older) ends nobody else's.
 */
export async function endSessions(session: { sub?: string; stamp?: number }): Promise<void> {
  const { sub: id, stamp } = session;
  if (!id || stamp === undefined) return;
  await prisma().user.updateMany({ where: { id, stamp }, data: { stamp: { increment: 1 } } });
}
