import { checkAccount } from "@/lib/accounts/check-account";
import * as operation from "@/lib/api/accounts";
import { route } from "@/lib/http/route";

export const POST = route(operation.checkAccount, ({ user, params, body }) =>
  checkAccount(user, params.id, body),
);
