import type { AccountView } from "@/lib/api/accounts";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { accountView } from "./account-view";

/** The accounts that a user belongs to, oldest first. */
export async function listAccounts(user: SessionUser): Promise<{ items: AccountView[] }> {
  const accounts = await prisma().account.findMany({
    where: { id: { in: Object.keys(user.roles) } },
    orderBy: { createdAt: "asc" },
  });
  return {
    items: accounts.map((account) => accountView(account, user.roles[account.id] ?? "viewer")),
  };
}
