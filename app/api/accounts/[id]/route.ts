import { deleteAccount } from "@/lib/accounts/delete-account";
import { getAccount } from "@/lib/accounts/get-account";
import { updateAccount } from "@/lib/accounts/update-account";
import * as operation from "@/lib/api/accounts";
import { route } from "@/lib/http/route";

export const GET = route(operation.getAccount, ({ user, params }) => getAccount(user, params.id));

export const PATCH = route(operation.updateAccount, ({ user, params, body }) =>
  updateAccount(user, params.id, body),
);

export const DELETE = route(operation.deleteAccount, ({ user, params }) =>
  deleteAccount(user, params.id),
);
