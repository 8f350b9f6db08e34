import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { addToLogScope } from "@/lib/logging/log-scope";
import { hashLinkSecret } from "@/lib/people/link-secret";
import { tokenWorth } from "./token-worth";

/** How exact the last use is kept, so that a busy script does not write at every request. */
const USE_NOTED_EVERY_MS = 60_000;

/**
 * Who a token acts as: its maker, in its account alone, with no more than the maker may do there
 * at this moment. In the audit trail the token is named.
 *
 * @throws AppError `bad_token`: unknown, revoked, ended, or its maker has no access any more
 */
export async function userOfToken(secret: string): Promise<SessionUser> {
  const now = new Date();
  const token = await prisma().apiToken.findUnique({
    where: { tokenHash: hashLinkSecret(secret) },
    include: { user: true, membership: true },
  });
  const worth = token && tokenWorth(token, now);
  if (!token || !worth) {
    throw new AppError("bad_token", "This API token is unknown, has ended or was revoked.");
  }
  await noteUse(token.id, token.lastUsedAt, now);
  const { id, name, email } = token.user;
  addToLogScope({ userId: id, tokenId: token.id });
  return {
    id,
    name,
    email: `${email} (API token ${token.name})`,
    roles: { [token.accountId]: worth },
  };
}

async function noteUse(id: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USE_NOTED_EVERY_MS) return;
  await prisma().apiToken.updateMany({ where: { id, lastUsedAt }, data: { lastUsedAt: now } });
}
