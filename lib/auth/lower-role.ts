import type { RoleName } from "@/lib/api/common";

/** The roles by what they allow. */
export const ROLE_RANK: Record<RoleName, number> = { viewer: 1, analyst: 2, owner: 3 };

/** The one of two roles that allows less. */
export function lowerRole(one: RoleName, other: RoleName): RoleName {
  return ROLE_RANK[one] <= ROLE_RANK[other] ? one : other;
}
