import type { SessionUser } from "@/lib/auth/session";

/**
 * Whether a user owns each account that somebody belongs to, disabled or not. Of somebody who
 * belongs to none, nobody does.
 */
export function ownsAllOf(
  owner: Pick<SessionUser, "roles">,
  memberships: { accountId: string }[],
): boolean {
  if (memberships.length === 0) return false;
  return memberships.every(({ accountId }) => owner.roles[accountId] === "owner");
}
