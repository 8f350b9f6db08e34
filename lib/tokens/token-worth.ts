import type { RoleName } from "@/lib/api/common";
import { lowerRole } from "@/lib/auth/lower-role";

/** What of a token decides what it is worth. */
export interface JudgedToken {
  role: RoleName;
  expiresAt: Date;
  revokedAt: Date | null;
  /** Its maker's, in its account. */
  membership: { role: RoleName; disabledAt: Date | null };
}

/** The role that a token gives at a moment: never more than its maker has then. Null: none. */
export function tokenWorth(token: JudgedToken, now: Date): RoleName | null {
  const { membership } = token;
  if (token.revokedAt || token.expiresAt <= now) return null;
  if (membership.disabledAt) return null;
  return lowerRole(token.role, membership.role);
}
