import type { RoleName } from "@/lib/api/common";

/** The roles of a user by account; where they are disabled they have none. */
export function rolesOf(
  memberships: { accountId: string; role: RoleName; disabledAt: Date | null }[],
): Record<string, RoleName> {
  const enabled = memberships.filter((one) => one.disabledAt === null);
  return Object.fromEntries(enabled.map((one) => [one.accountId, one.role]));
}
