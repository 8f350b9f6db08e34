import * as operation from "@/lib/api/people";
import { route } from "@/lib/http/route";
import { withdrawInvite } from "@/lib/people/withdraw-invite";

export const DELETE = route(operation.withdrawInvite, ({ user, params }) =>
  withdrawInvite(user, params),
);
