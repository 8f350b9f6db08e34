import * as operations from "@/lib/api/audit";
import { exportAudit } from "@/lib/audit/export-audit";
import { exportAnswer } from "@/lib/http/export-answer";
import { route } from "@/lib/http/route";

export const GET = route(operations.exportAudit, async ({ user, params, query }) =>
  exportAnswer(await exportAudit(user, params.id, query)),
);
