import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { RoleName } from "@/lib/api/common";
import { prisma } from "@/lib/db/prisma";
import { PAGE_ADDRESS } from "@/lib/http/page-address";
import { addToLogScope } from "@/lib/logging/log-scope";
import { isLetIn } from "./is-let-in";
import { authOptions } from "./options";
import { signInPath } from "./return-path";
import { rolesOf } from "./roles-of";
import { needsSetup } from "./setup";

/** Who asks, and what they may do where. */
export interface SessionUser {
  id: string;
  name: string;
  email: string;
  /** Role by account id; an account that is not here does not exist for this user. */
  roles: Record<string, RoleName>;
}

/**
 * The user of this request, read anew from the database: a session whose user is disabled
 * everywhere, or whose stamp is older than the user's, is nobody's.
 */
export const currentUser = cache(async (): Promise<SessionUser | null> => {
  const session = await getServerSession(authOptions());
  if (!session?.userId) return null;
  const user = await prisma().user.findUnique({
    where: { id: session.userId },
    include: { memberships: true },
  });
  if (!user || !isLetIn(user) || user.stamp !== session.stamp) return null;
  const { id, name, email } = user;
  addToLogScope({ userId: id });
  return { id, name, email, roles: rolesOf(user.memberships) };
});

/** The user of a page; a stranger is sent to sign in and comes back, or to the first-run page. */
export async function requireUser(): Promise<SessionUser> {
  const user = await currentUser();
  if (user) return user;
  if (await needsSetup()) redirect("/welcome");
  redirect(signInPath((await headers()).get(PAGE_ADDRESS)));
}
