import { auditRow } from "@/lib/audit/record-event";
import { requireRole } from "@/lib/auth/require-role";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { notFound } from "@/lib/errors";

/** Revokes an API token, for the owners of its account. Revoking it again changes nothing. */
export async function revokeToken(
  user: SessionUser,
  accountId: string,
  tokenId: string,
): Promise<void> {
  requireRole(user, accountId, "owner");
  await prisma().$transaction(async (tx) => {
    const token = await tx.apiToken.findUnique({ where: { id: tokenId, accountId } });
    if (!token) throw notFound("token");
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return;
    const event = { action: "token_revoked", accountId, subject: tokenId } as const;
    await tx.auditEvent.create({ data: auditRow(user, { ...event, label: token.name }) });
  });
}
