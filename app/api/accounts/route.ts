import { createAccount } from "@/lib/accounts/create-account";
import { listAccounts } from "@/lib/accounts/list-accounts";
import * as operation from "@/lib/api/accounts";
import { route } from "@/lib/http/route";

export const GET = route(operation.listAccounts, ({ user }) => listAccounts(user));

export const POST = route(operation.createAccount, ({ user, body }) => createAccount(user, body));
