import * as operation from "@/lib/api/results";
import { exportAnswer } from "@/lib/http/export-answer";
import { route } from "@/lib/http/route";
import { exportSegment } from "@/lib/segments/export-segment";

export const GET = route(operation.exportRun, async ({ user, params, query }) => {
  return exportAnswer(await exportSegment(user, params.id, query));
});
