import { counter, histogram } from "./registry";

export const httpRequests = counter({
  name: "rcs_reach_http_requests_total",
  help: "Requests that were answered, by operation and status.",
  labelNames: ["operation", "status"],
});

export const httpSeconds = histogram({
  name: "rcs_reach_http_request_duration_seconds",
  help: "How long requests took, from their head to the end of their answer.",
  labelNames: ["operation"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
});
