import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { lookupBulk } from "./lookup-bulk";
import { lookupSingle } from "./lookup-single";
import { serve, serveJson, type TestServer } from "./testing/serve";

const NUMBER = "+14155552671";
const SUCCESS = { data: { deviceAddress: NUMBER, rcsEnabled: true }, error: {} };

let server: TestServer | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

async function ask(served: Promise<TestServer>, options = {}) {
  server = await served;
  const result = await lookupSingle(server.connection, NUMBER, options);
  return result.ok ? result : result.failure;
}

describe("what is sent", () => {
  test("a single lookup: the number with %2B, the key in its header, no body", async () => {
    const seen: unknown[] = [];
    const served = serve((request, response) => {
      seen.push(request.method, request.url, request.headers["api-key"]);
      response.end(JSON.stringify(SUCCESS));
    });
    expect(await ask(served)).toMatchObject({ verdict: { outcome: "rcs" } });
    expect(seen).toEqual(["GET", "/v1/HX0000000001US/rcs/lookup/%2B14155552671", "a-key"]);
  });

  test("a bulk lookup: the numbers as JSON, at the path of the pod", async () => {
    const seen: unknown[] = [];
    server = await serve(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      seen.push(request.url, request.headers["content-type"], JSON.parse(body));
      response.end(JSON.stringify({ devices: [] }));
    });
    await lookupBulk(server.connection, [NUMBER]);
    await lookupBulk(server.connection, [NUMBER], { path: "legacy" });
    const rest = ["application/json", { deviceAddresses: [NUMBER] }];
    expect(seen).toEqual([
      "/v1/HX0000000001US/rcs/lookup/bulk",
      ...rest,
      "/v1/HX0000000001US/rcs/lookup",
      ...rest,
    ]);
  });

  test("a key that no header can hold is refused before anything is sent", async () => {
    const connection = { rcsUrl: "", apiUrl: "", sid: "S", apiKey: "a key\n" };
    expect(await lookupSingle(connection, NUMBER)).toMatchObject({
      failure: { kind: "unauthorised" },
    });
  });
});

describe("answers that are none", () => {
  test("an HTML 502 is an upstream failure", async () => {
    const served = serve((_request, response) => {
      response.writeHead(502, { "content-type": "text/html" });
      response.end("<html><h1>502 Bad Gateway</h1></html>");
    });
    expect(await ask(served)).toEqual({ kind: "upstream_failed", httpStatus: 502 });
  });

  test.each([
    ["HTML", "<html>hello</html>"],
    ["nothing", ""],
    ["JSON that ends early", '{"data": {"deviceAdd'],
    ["JSON of another shape", '{"devices": []}'],
    ["a list", "[]"],
    ["null", "null"],
    ["a success without data", '{"code": "RCS702", "data": [], "error": {}}'],
  ])("a 200 with %s is malformed", async (_name, body) => {
    const served = serve((_request, response) => response.end(body));
    expect(await ask(served)).toMatchObject({ kind: "malformed", httpStatus: 200 });
  });

  test("a redirect is not followed: the key stays here", async () => {
    const followed: string[] = [];
    const elsewhere = await serve((request, response) => {
      followed.push(request.url ?? "");
      response.end("{}");
    });
    const failure = await ask(
      serveJson(307, {}, { location: `${elsewhere.connection.rcsUrl}/stolen` }),
    );
    await elsewhere.close();
    expect(failure).toEqual({ kind: "refused_request", httpStatus: 307 });
    expect(followed).toEqual([]);
  });

  test("an answer of more than 5 MB is malformed, and not read to its end", async () => {
    const served = serve((_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", pour);
      pour();
    });
    expect(await ask(served)).toMatchObject({
      kind: "malformed",
      message: expect.stringMatching(/larger than 5 MB/),
    });
  });

  test("a small answer that unpacks to more than 5 MB is malformed", async () => {
    const packed = gzipSync(JSON.stringify({ ...SUCCESS, more: "x".repeat(6_000_000) }));
    const served = serve((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(packed);
    });
    expect(await ask(served)).toMatchObject({
      kind: "malformed",
      message: expect.stringMatching(/larger than 5 MB/),
    });
  });
});

describe("connections that fail", () => {
  test("a body that breaks off is broken off, as it may be billed", async () => {
    const served = serve((_request, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"data": ', () => response.destroy());
    });
    expect(await ask(served)).toMatchObject({ kind: "broken_off" });
  });

  test("a reset before the answer is broken off", async () => {
    const served = serve((request) => request.socket.resetAndDestroy());
    expect(await ask(served)).toMatchObject({ kind: "broken_off" });
  });

  test("a refused connection is a network failure: nothing was sent", async () => {
    const gone = await serveJson(200, {});
    await gone.close();
    expect(await lookupSingle(gone.connection, NUMBER)).toEqual({
      ok: false,
      failure: { kind: "network", message: "ECONNREFUSED" },
    });
  });

  test("a host that does not exist is a network failure", async () => {
    const connection = { rcsUrl: "https://no.invalid", apiUrl: "", sid: "S", apiKey: "k" };
    expect(await lookupSingle(connection, NUMBER)).toMatchObject({ failure: { kind: "network" } });
  });

  test("a server that never answers is a timeout", async () => {
    expect(
      await ask(
        serve(() => undefined),
        { deadlineMs: 50 },
      ),
    ).toEqual({ kind: "timeout" });
  });

  test.each([
    [29_999, { verdict: { outcome: "rcs" } }],
    [30_000, { kind: "timeout" }],
  ])("a call that is not told otherwise has 30 s: after %i ms", async (passed, ended) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const served = serve((_request, response) => {
      vi.advanceTimersByTime(passed);
      response.end(JSON.stringify(SUCCESS));
    });
    expect(await ask(served)).toMatchObject(ended);
  });

  test("a body that never ends is a timeout", async () => {
    const served = serve((_request, response) => response.write('{"data": '));
    expect(await ask(served, { deadlineMs: 50 })).toEqual({ kind: "timeout" });
  });

  test("a refusal whose body never ends keeps what its status says", async () => {
    const served = serve((_request, response) => {
      response.writeHead(401);
      response.write('{"code": ');
    });
    expect(await ask(served, { deadlineMs: 50 })).toEqual({
      kind: "unauthorised",
      httpStatus: 401,
    });
  });

  test("a call stopped on its way is broken off, one stopped before is free", async () => {
    const stop = new AbortController();
    const served = serve(() => stop.abort());
    expect(await ask(served, { signal: stop.signal })).toMatchObject({ kind: "broken_off" });
    expect(await ask(serveJson(200, SUCCESS), { signal: stop.signal })).toMatchObject({
      kind: "network",
    });
  });
});

describe("Retry-After", () => {
  test.each([
    ["seconds", { "retry-after": "7" }, 7000],
    [
      "a date, measured by the answer's own clock",
      {
        date: "Sun, 06 Nov 1994 08:49:30 GMT",
        "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT",
      },
      7000,
    ],
    ["nothing readable", { "retry-after": "soon" }, undefined],
    ["none", {}, undefined],
  ])("a 429 with %s", async (_name, headers, retryAfterMs) => {
    expect(await ask(serveJson(429, {}, headers))).toEqual(
      retryAfterMs === undefined
        ? { kind: "throttled", httpStatus: 429 }
        : { kind: "throttled", httpStatus: 429, retryAfterMs },
    );
  });

  test("a 503 may name one too", async () => {
    expect(await ask(serveJson(503, {}, { "retry-after": "3" }))).toEqual({
      kind: "upstream_failed",
      httpStatus: 503,
      retryAfterMs: 3000,
    });
  });
});
