import * as operation from "@/lib/api/calls";
import { route } from "@/lib/http/route";
import { listCalls } from "@/lib/runs/list-calls";

export const GET = route(operation.listCalls, ({ user, params, query }) =>
  listCalls(user, params.id, query),
);
