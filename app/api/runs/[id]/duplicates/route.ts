import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { appendDuplicates } from "@/lib/runs/append-chunk";
import { listDuplicates } from "@/lib/segments/list-duplicates";

export const GET = route(operation.listDuplicates, ({ user, params, query }) =>
  listDuplicates(user, params.id, query),
);

export const POST = route(operation.appendDuplicates, ({ user, params, body }) =>
  appendDuplicates(user, params.id, body),
);
