import type { NewToken, TokenView } from "@/lib/api/tokens";
import { auditRow } from "@/lib/audit/record-event";
import { requireRole } from "@/lib/auth/require-role";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { hashLinkSecret } from "@/lib/people/link-secret";
import { makeTokenSecret } from "./token-secret";
import { tokenView } from "./token-view";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes an API token of an account, for its owners. The secret is in this answer and nowhere else. */
export async function createToken(
  user: SessionUser,
  accountId: string,
  { name, role, days }: NewToken,
): Promise<TokenView & { secret: string }> {
  requireRole(user, accountId, "owner");
  const secret = makeTokenSecret();
  const now = new Date();
  const token = await prisma().$transaction(async (tx) => {
    const made = await tx.apiToken.create({
      data: {
        tokenHash: hashLinkSecret(secret),
        ending: secret.slice(-4),
        name,
        role,
        accountId,
        userId: user.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * DAY_MS),
      },
      include: { user: true, membership: true },
    });
    await tx.auditEvent.create({
      data: auditRow(user, {
        action: "token_made",
        accountId,
        subject: made.id,
        label: name,
        facts: { role, days },
      }),
    });
    return made;
  });
  return { ...tokenView(token, now), secret };
}
