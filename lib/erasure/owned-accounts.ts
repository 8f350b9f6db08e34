import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";

/**
 * The ids of the accounts that a user owns.
 *
 * @throws AppError `forbidden` for a user who owns none
 */
export function ownedAccounts(user: SessionUser): string[] {
  const owned = Object.entries(user.roles).flatMap(([id, role]) => (role === "owner" ? id : []));
  if (owned.length === 0) {
    throw new AppError("forbidden", "Only an owner of an account may erase numbers.");
  }
  return owned;
}
