import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { appendInvalid } from "@/lib/runs/append-chunk";
import { listInvalid } from "@/lib/segments/list-invalid";

export const GET = route(operation.listInvalid, ({ user, params, query }) =>
  listInvalid(user, params.id, query),
);

export const POST = route(operation.appendInvalid, ({ user, params, body }) =>
  appendInvalid(user, params.id, body),
);
