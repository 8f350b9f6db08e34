import * as operations from "@/lib/api/accounts";
import { route } from "@/lib/http/route";
import { countDue } from "@/lib/retention/count-due";

export const GET = route(operations.countDue, ({ user, params, query }) =>
  countDue(user, params.id, query),
);
