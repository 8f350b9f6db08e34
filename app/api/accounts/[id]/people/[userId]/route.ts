import * as operation from "@/lib/api/people";
import { route } from "@/lib/http/route";
import { changePerson } from "@/lib/people/change-person";
import { removePerson } from "@/lib/people/remove-person";

export const PATCH = route(operation.changePerson, ({ user, params, body }) =>
  changePerson(user, params, body),
);

export const DELETE = route(operation.removePerson, ({ user, params }) =>
  removePerson(user, params),
);
