import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * Whether metrics may be given to whoever sent this `Authorization` header: `off` when no
 * METRICS_TOKEN is set, so that nobody learns that there are any. Compared in constant time.
 */
export function checkMetricsToken(authorization: string | null | undefined): "off" | "no" | "yes" {
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN) return "off";
  const given = /^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(METRICS_TOKEN)) ? "yes" : "no";
}
