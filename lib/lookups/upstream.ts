import type { Operation } from "@/lib/kaleyra/operations";

/**
 * The hosts that an account talks to: that of the RCS lookups and that of the classic number
 * lookup. One may be down, or refuse calls, while the other answers.
 */
export type Upstream = "rcs" | "api";

/** Where the state of an upstream stands in `account_gates`. */
export const UPSTREAM_COLUMNS = {
  rcs: {
    failures: "failures",
    openSince: "open_since",
    probeAt: "probe_at",
    throttles: "throttles",
    throttledSince: "throttled_since",
  },
  api: {
    failures: "api_failures",
    openSince: "api_open_since",
    probeAt: "api_probe_at",
    throttles: "api_throttles",
    throttledSince: "api_throttled_since",
  },
} as const satisfies Record<Upstream, object>;

/** The host that serves an operation. */
export function upstreamOf(operation: Operation): Upstream {
  return operation === "number_lookup" || operation === "number_lookup_details" ? "api" : "rcs";
}
