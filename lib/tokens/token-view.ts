import type { TokenView } from "@/lib/api/tokens";
import type { ApiToken, Membership, User } from "@/lib/db/generated/client";
import { tokenWorth } from "./token-worth";

/** A token as the owners of its account see it: everything but the secret, which nobody has kept. */
export function tokenView(
  token: ApiToken & { user: User; membership: Membership },
  now = new Date(),
): TokenView {
  const { id, name, ending, role, user } = token;
  return {
    id,
    name,
    ending,
    role,
    worth: tokenWorth(token, now),
    madeBy: user.name,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  };
}
