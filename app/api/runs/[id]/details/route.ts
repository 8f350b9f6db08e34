import * as operation from "@/lib/api/details";
import { getDetails } from "@/lib/details/get-details";
import { startDetails } from "@/lib/details/start-details";
import { route } from "@/lib/http/route";

export const GET = route(operation.getDetails, ({ user, params, query }) =>
  getDetails(user, params.id, query),
);

export const POST = route(operation.startDetails, ({ user, params, body }) =>
  startDetails(user, params.id, body),
);
