import * as operation from "@/lib/api/details";
import { getOperators } from "@/lib/details/get-operators";
import { route } from "@/lib/http/route";

export const GET = route(operation.getOperators, ({ user, params }) =>
  getOperators(user, params.id),
);
