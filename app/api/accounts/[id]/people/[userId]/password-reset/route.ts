import * as operation from "@/lib/api/people";
import { route } from "@/lib/http/route";
import { makePasswordReset } from "@/lib/people/make-password-reset";

export const POST = route(operation.makePasswordReset, ({ user, params }) =>
  makePasswordReset(user, params),
);
