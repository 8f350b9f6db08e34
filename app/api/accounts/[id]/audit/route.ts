import * as operations from "@/lib/api/audit";
import { listAudit } from "@/lib/audit/list-audit";
import { route } from "@/lib/http/route";

export const GET = route(operations.listAudit, ({ user, params, query }) =>
  listAudit(user, params.id, query),
);
