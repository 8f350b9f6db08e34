import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";

/** Whether a user can sign in with a password. */
export async function hasPassword({ id }: SessionUser): Promise<boolean> {
  const user = await prisma().user.findUnique({ where: { id }, select: { passwordHash: true } });
  return typeof user?.passwordHash === "string";
}
