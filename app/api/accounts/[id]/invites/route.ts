import * as operation from "@/lib/api/people";
import { route } from "@/lib/http/route";
import { invitePerson } from "@/lib/people/invite-person";

export const POST = route(operation.invitePerson, ({ user, params, body }) =>
  invitePerson(user, params.id, body),
);
