import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { appendContacts } from "@/lib/runs/append-chunk";
import { listContacts } from "@/lib/segments/list-contacts";

export const GET = route(operation.listContacts, ({ user, params, query }) =>
  listContacts(user, params.id, query),
);

export const POST = route(operation.appendContacts, ({ user, params, body }) =>
  appendContacts(user, params.id, body),
);
