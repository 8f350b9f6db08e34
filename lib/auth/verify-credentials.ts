import { recordEvent } from "@/lib/audit/record-event";
import { prisma } from "@/lib/db/prisma";
import { isLetIn } from "./is-let-in";
import { verifyPassword } from "./passwords";
import { noteSignIn, trySignIn } from "./sign-in-throttle";

export interface Credentials {
  email: string;
  password: string;
  /** Where the client is: its IP address. */
  address: string;
}

/**
 * The user whose email and password these are, or null: unknown, wrong and disabled look alike.
 *
 * @throws AppError `throttled` after too many tries, whether there is such a user or not
 */
export async function verifyCredentials(given: Credentials) {
  const email = given.email.trim().toLowerCase();
  await trySignIn(email, given.address);
  const user = await prisma().user.findUnique({ where: { email }, include: { memberships: true } });
  const fits = await verifyPassword(user?.passwordHash, given.password);
  if (!user) return null;
  if (!fits || !isLetIn(user)) {
    await recordEvent(user, { action: "sign_in_refused", accountId: null, subject: user.id });
    return null;
  }
  await noteSignIn(email, given.address);
  const facts = { by: "password" };
  await recordEvent(user, { action: "signed_in", accountId: null, subject: user.id, facts });
  return { id: user.id, stamp: user.stamp };
}
