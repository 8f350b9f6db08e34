import { cache } from "react";
import type { RoleName } from "@/lib/api/common";
import { requireRole } from "@/lib/auth/require-role";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { notFound } from "@/lib/errors";

/**
 * A run with its account, and the user's role there, for a user who has at least `needed`. All that
 * a page reads of a run begins with it, so a page finds it once.
 */
export const findRun = cache(async (user: SessionUser, id: string, needed: RoleName) => {
  const run = await prisma().run.findUnique({
    where: { id },
    include: { account: true, createdBy: { select: { name: true } } },
  });
  if (!run) throw notFound("run");
  const role = requireRole(user, run.accountId, needed, "run");
  return { run, role };
});
