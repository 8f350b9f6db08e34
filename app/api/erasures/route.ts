import * as operations from "@/lib/api/erasures";
import { eraseNumber } from "@/lib/erasure/erase-number";
import { listErasures } from "@/lib/erasure/list-erasures";
import { route } from "@/lib/http/route";

export const POST = route(operations.eraseNumber, ({ user, body }) => eraseNumber(user, body));

export const GET = route(operations.listErasures, ({ user, query }) => listErasures(user, query));
