import * as chunks from "@/lib/api/chunks";
import * as results from "@/lib/api/results";
import { route } from "@/lib/http/route";
import { appendDuplicates } from "@/lib/runs/append-chunk";
import { listDuplicates } from "@/lib/segments/list-duplicates";

export const GET = route(results.listDuplicates, ({ user, params, query }) =>
  listDuplicates(user, params.id, query),
);

export const POST = route(chunks.appendDuplicates, ({ user, params, body }) =>
  appendDuplicates(user, params.id, body),
);
