import type { AccountView } from "@/lib/api/accounts";
import type { SessionUser } from "@/lib/auth/session";
import { accountView } from "./account-view";
import { findAccount } from "./find-account";

/** One account of a user. */
export async function getAccount(user: SessionUser, id: string): Promise<AccountView> {
  const { account, role } = await findAccount(user, id, "viewer");
  return accountView(account, role);
}
