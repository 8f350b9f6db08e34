import * as operation from "@/lib/api/calls";
import { csvAnswer } from "@/lib/http/csv-answer";
import { route } from "@/lib/http/route";
import { exportCalls } from "@/lib/runs/export-calls";

export const GET = route(operation.exportCalls, async ({ user, params, query }) => {
  const { fileName, body } = await exportCalls(user, params.id, query);
  return csvAnswer(fileName, body);
});
