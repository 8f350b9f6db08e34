import type { SessionUser } from "@/lib/auth/session";

/** Whether a user owns each account that somebody belongs to, disabled or not. */
export function ownsAllOf(owner: SessionUser, memberships: { accountId: string }[]): boolean {
  return memberships.every(({ accountId }) => owner.roles[accountId] === "owner");
}
