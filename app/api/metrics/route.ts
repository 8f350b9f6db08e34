import * as operation from "@/lib/api/system";
import { route } from "@/lib/http/route";
import { readDatabaseMetrics } from "@/lib/metrics/database-metrics";
import { metricsAnswer } from "@/lib/metrics/metrics-answer";

export const GET = route(operation.metrics, async ({ request }) => {
  const authorization = request.headers.get("authorization");
  const { type, text } = await metricsAnswer(authorization, readDatabaseMetrics);
  return new Response(text, { headers: { "Content-Type": type, "Cache-Control": "no-store" } });
});
