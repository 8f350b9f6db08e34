import type { RoleName } from "@/lib/api/common";
import { AppError, notFound } from "@/lib/errors";
import { ROLE_RANK } from "./lower-role";
import type { SessionUser } from "./session";

/**
 * Refuses a user without the role in an account.
 *
 * @returns the role that the user has
 * @throws AppError `not_found` for an account of others, `forbidden` for a role that is too low
 */
export function requireRole(
  user: SessionUser,
  accountId: string,
  needed: RoleName,
  what: "run" | "account" | "receipt" = "account",
): RoleName {
  const role = user.roles[accountId];
  if (!role) throw notFound(what);
  if (ROLE_RANK[role] < ROLE_RANK[needed]) {
    const who = needed === "owner" ? "an owner" : "an analyst or owner";
    throw new AppError("forbidden", `Only ${who} of this account may do this.`);
  }
  return role;
}
