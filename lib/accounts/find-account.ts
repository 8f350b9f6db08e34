import type { RoleName } from "@/lib/api/common";
import { requireRole } from "@/lib/auth/require-role";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { notFound } from "@/lib/errors";

/** An account, with the user's role in it, for a user who has at least `needed`. */
export async function findAccount(user: SessionUser, id: string, needed: RoleName) {
  const role = requireRole(user, id, needed);
  const account = await prisma().account.findUnique({ where: { id } });
  if (!account) throw notFound("account");
  return { account, role };
}
