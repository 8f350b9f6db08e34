import type { IncomingMessage, ServerResponse } from "node:http";
import { logger } from "@/lib/logger";
import { type LogScope, logScope, withLogScope } from "@/lib/logging/log-scope";
import { httpRequests, httpSeconds } from "@/lib/metrics/http-metrics";
import { placeOfRequest } from "./place-of-request";
import { REQUEST_ID, requestIdOf } from "./request-id";

/** What monitors ask again and again, and what every page brings along. */
const QUIET = new Set(["static", "health", "ready", "metrics"]);

/**
 * Handles a request under an id of its own, which stands in the answer and in all log lines that
 * are written on its behalf; then writes one line about it and counts it. Never the query string:
 * it may hold a number.
 */
export function observeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  handle: () => unknown,
): void {
  const method = request.method ?? "GET";
  const place = placeOfRequest(method, request.url ?? "/");
  const requestId = requestIdOf(request.headers[REQUEST_ID]);
  request.headers[REQUEST_ID] = requestId;
  response.setHeader("X-Request-Id", requestId);
  const startedAt = performance.now();
  withLogScope({ requestId }, () => {
    // What becomes known of the request meanwhile, such as its user.
    const scope: Readonly<LogScope> = logScope();
    response.once("close", () => {
      const ms = Math.round(performance.now() - startedAt);
      const { operation } = place;
      const status = response.statusCode;
      httpRequests().inc({ operation, status });
      httpSeconds().observe({ operation }, ms / 1000);
      const isCutOff = !response.writableFinished;
      const line = { ...scope, method, ...place, status, ms, ...(isCutOff && { isCutOff }) };
      logger[QUIET.has(operation) ? "debug" : "info"](line, "request");
    });
    handle();
  });
}
