import type { PasswordChange } from "@/lib/api/people";
import { hashPassword, verifyPassword } from "@/lib/auth/passwords";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { keyOf } from "@/lib/throttle/limiter";
import { forgetTries, tryOnce } from "@/lib/throttle/try-once";
import { storePassword } from "./store-password";

/**
 * Changes one's own password. All sessions end, the one that asks too.
 *
 * @throws AppError `throttled`; `invalid_request` when the present password is another one
 */
export async function changePassword(
  user: SessionUser,
  { present, password }: PasswordChange,
): Promise<void> {
  const key = keyOf("password", user.id);
  await tryOnce("present-password", key);
  const { passwordHash } = await prisma().user.findUniqueOrThrow({ where: { id: user.id } });
  if (!(await verifyPassword(passwordHash, present))) {
    const message = "This is not your present password.";
    throw new AppError("invalid_request", message, { present: message });
  }
  await forgetTries("present-password", key);
  const stored = await hashPassword(password);
  await prisma().$transaction((tx) => storePassword(tx, user, stored, "its person"));
}
