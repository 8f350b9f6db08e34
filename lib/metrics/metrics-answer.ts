import { AppError } from "@/lib/errors";
import { checkMetricsToken } from "./check-metrics-token";
import { registry } from "./registry";

/**
 * The metrics of this process in the Prometheus text format, for who has the token.
 *
 * @param read brings gauges up to date that stand elsewhere
 * @throws AppError `not_found` where metrics are not wanted, `not_signed_in` for a wrong token
 */
export async function metricsAnswer(
  authorization: string | null | undefined,
  read: () => Promise<void> = async () => {},
): Promise<{ type: string; text: string }> {
  const verdict = checkMetricsToken(authorization);
  if (verdict === "off") throw new AppError("not_found", "There is nothing at this address.");
  if (verdict === "no") throw new AppError("not_signed_in", "Send METRICS_TOKEN as bearer token.");
  await read();
  return { type: registry().contentType, text: await registry().metrics() };
}
