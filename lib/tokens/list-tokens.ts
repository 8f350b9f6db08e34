import type { TokenView } from "@/lib/api/tokens";
import { requireRole } from "@/lib/auth/require-role";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { tokenView } from "./token-view";

/** The API tokens of an account, newest first, for its owners. */
export async function listTokens(
  user: SessionUser,
  accountId: string,
): Promise<{ items: TokenView[] }> {
  requireRole(user, accountId, "owner");
  const tokens = await prisma().apiToken.findMany({
    where: { accountId },
    include: { user: true, membership: true },
    orderBy: { id: "desc" },
  });
  return { items: tokens.map((token) => tokenView(token)) };
}
