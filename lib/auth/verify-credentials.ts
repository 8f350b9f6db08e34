import { prisma } from "@/lib/db/prisma";
import { verifyPassword } from "./passwords";

/** The user whose email and password these are, or null: unknown, wrong and disabled look alike. */
export async function verifyCredentials(given: { email: string; password: string }) {
  const user = await prisma().user.findUnique({
    where: { email: given.email.trim().toLowerCase() },
  });
  const fits = await verifyPassword(user?.passwordHash, given.password);
  if (!user || !fits || user.disabledAt) return null;
  return { id: user.id, stamp: user.stamp };
}
