import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { exportSegment } from "@/lib/segments/export-segment";

export const GET = route(operation.exportRun, async ({ user, params, query }) => {
  const { fileName, body } = await exportSegment(user, params.id, query);
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
