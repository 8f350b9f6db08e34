import * as operation from "@/lib/api/calls";
import { exportAnswer } from "@/lib/http/export-answer";
import { route } from "@/lib/http/route";
import { exportCalls } from "@/lib/runs/export-calls";

export const GET = route(operation.exportCalls, async ({ user, params, query }) => {
  return exportAnswer(await exportCalls(user, params.id, query));
});
