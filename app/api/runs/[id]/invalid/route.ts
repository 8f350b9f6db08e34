import * as chunks from "@/lib/api/chunks";
import * as results from "@/lib/api/results";
import { route } from "@/lib/http/route";
import { appendInvalid } from "@/lib/runs/append-chunk";
import { listInvalid } from "@/lib/segments/list-invalid";

export const GET = route(results.listInvalid, ({ user, params, query }) =>
  listInvalid(user, params.id, query),
);

export const POST = route(chunks.appendInvalid, ({ user, params, body }) =>
  appendInvalid(user, params.id, body),
);
