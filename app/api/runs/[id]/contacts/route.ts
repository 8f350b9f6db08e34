import * as chunks from "@/lib/api/chunks";
import * as results from "@/lib/api/results";
import { route } from "@/lib/http/route";
import { appendContacts } from "@/lib/runs/append-chunk";
import { listContacts } from "@/lib/segments/list-contacts";

export const GET = route(results.listContacts, ({ user, params, query }) =>
  listContacts(user, params.id, query),
);

export const POST = route(chunks.appendContacts, ({ user, params, body }) =>
  appendContacts(user, params.id, body),
);
