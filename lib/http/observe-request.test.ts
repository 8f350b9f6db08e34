import { createServer } from "node:http";
import { afterEach, expect, it, vi } from "vitest";
import { logger } from "@/lib/logger";
import { addToLogScope, logScope } from "@/lib/logging/log-scope";
import { httpRequests } from "@/lib/metrics/http-metrics";
import { observeRequest } from "./observe-request";

afterEach(() => vi.restoreAllMocks());

/** Serves one request as the web server does and returns its answer and the lines it logged. */
async function serve(path: string, headers: Record<string, string> = {}) {
  const info = vi.spyOn(logger, "info").mockImplementation(() => {});
  const debug = vi.spyOn(logger, "debug").mockImplementation(() => {});
  let seen: unknown;
  const server = createServer((request, response) =>
    observeRequest(request, response, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      seen = { ...logScope() };
      addToLogScope({ userId: "user-1" });
      response.statusCode = 418;
      response.end("tea");
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  await answer.text();
  await new Promise((resolve) => server.close(resolve));
  const lines = (spy: typeof info) => spy.mock.calls.map(([line]) => line as unknown);
  return { answer, seen, info: lines(info), debug: lines(debug as typeof info) };
}

it("writes one line a request: what, which answer, how long, for whom, under which id", async () => {
  const { answer, seen, info } = await serve("/api/runs?number=14155552671", {
    "x-request-id": "named-by-the-proxy",
    authorization: "Bearer secret",
  });
  expect(answer.headers.get("x-request-id")).toBe("named-by-the-proxy");
  expect(seen).toEqual({ requestId: "named-by-the-proxy" });
  expect(info).toEqual([
    {
      requestId: "named-by-the-proxy",
      userId: "user-1",
      method: "GET",
      operation: "listRuns",
      route: "/api/runs",
      status: 418,
      ms: expect.any(Number),
    },
  ]);
});

it("is quiet about monitors and what pages bring along", async () => {
  const { info, debug } = await serve("/api/ready");
  expect(info).toEqual([]);
  expect(debug).toHaveLength(1);
});

it("counts what was answered, by operation and status", async () => {
  await serve("/api/accounts");
  const { values } = await httpRequests().get();
  expect(values).toContainEqual({ labels: { operation: "listAccounts", status: 418 }, value: 1 });
});
