import * as operation from "@/lib/api/results";
import { csvAnswer } from "@/lib/http/csv-answer";
import { route } from "@/lib/http/route";
import { exportSegment } from "@/lib/segments/export-segment";

export const GET = route(operation.exportRun, async ({ user, params, query }) => {
  const { fileName, body } = await exportSegment(user, params.id, query);
  return csvAnswer(fileName, body);
});
