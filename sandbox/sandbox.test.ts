import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "@/lib/kaleyra/connection";
import { getNumberLookup } from "@/lib/kaleyra/get-number-lookup";
import { lookupBulk } from "@/lib/kaleyra/lookup-bulk";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import { requestNumberLookups } from "@/lib/kaleyra/request-number-lookups";
import type { Verdict } from "@/lib/kaleyra/verdict";
import { answerFor } from "./answers";
import { type Sandbox, startSandbox } from "./server";

const NUMBER = "+14155552671";
const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => `+1415${5_550_000 + index}`);

let sandbox: Sandbox;
let connection: Connection;

beforeAll(async () => {
  sandbox = await startSandbox({ settings: { latencyMs: 0 } });
  const { url } = sandbox;
  connection = { rcsUrl: url, apiUrl: url, sid: "HX0000000001US", apiKey: "sandbox-key" };
});
beforeEach(() => {
  sandbox.configure({});
  sandbox.clearLog();
});
afterAll(() => sandbox.stop());

function expected(number: string): Verdict {
  const { rcs, carrier, carrierStatus } = answerFor(number);
  return { number, outcome: rcs ? "rcs" : "not_rcs", carrier, carrierStatus };
}
const untouched = {
  missing: 0,
  unasked: 0,
  doubled: 0,
  conflicting: 0,
  unreadable: 0,
  countsDisagree: false,
};

async function raw(method: string, path: string, body?: string) {
  const response = await fetch(sandbox.url + path, {
    method,
    headers: { "api-key": "sandbox-key" },
    body: body ?? null,
  });
  return { status: response.status, body: await response.json() };
}
async function failureOf(call: Promise<{ ok: true } | { ok: false; failure: object }>) {
  const result = await call;
  return result.ok ? null : result.failure;
}

describe("the documented successes", () => {
  test.each(["bulk", "legacy"] as const)("500 numbers at the %s path", async (path) => {
    const asked = numbers(500);
    expect(await lookupBulk(connection, asked, { path })).toEqual({
      ok: true,
      httpStatus: 200,
      verdicts: asked.map(expected),
      notes: untouched,
    });
    expect(sandbox.report()).toMatchObject({
      totals: { calls: 1, numbers: 500, billed: 500, askedMoreThanOnce: 0 },
      byOperation: { [path === "bulk" ? "bulk_lookup" : "bulk_capability"]: { calls: 1 } },
    });
  });

  test("100 numbers among invalid and doubled ones", async () => {
    const asked = numbers(100);
    const invalid = ["", "nonsense", "+53"];
    const deviceAddresses = [...asked, ...asked.map((number) => number.slice(1)), ...invalid];
    const { status, body } = await raw(
      "POST",
      "/v1/S/rcs/lookup/bulk",
      JSON.stringify({ deviceAddresses }),
    );
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      total: 100,
      uniqueTotal: 100,
      duplicateCount: 100,
      invalidCount: 3,
      invalidNumbers: invalid,
    });
    expect(body.data.devices).toHaveLength(100);
  });

  test("a single number, in every spelling of the URL", async () => {
    expect(await lookupSingle(connection, NUMBER)).toEqual({
      ok: true,
      httpStatus: 200,
      verdict: expected(NUMBER),
      notes: untouched,
    });
    const address = async (segment: string) =>
      (await raw("GET", `/v1/S/rcs/lookup/${segment}`)).body.data.deviceAddress;
    expect(await address("%2B14155552671")).toBe("+14155552671");
    expect(await address("14155552671")).toBe("+14155552671");
    expect(await address("+14155552671")).toBe("14155552671");
  });

  test("a number lookup, then its details", async () => {
    const requested = await requestNumberLookups(connection, [NUMBER, "+919876543210"]);
    if (!requested.ok) throw new Error("The request must be accepted.");
    expect(requested.missing).toEqual([]);
    const [first] = requested.accepted;
    expect(await getNumberLookup(connection, first?.lookupId ?? "")).toMatchObject({
      ok: true,
      details: {
        number: NUMBER,
        country: "US",
        countryCode: 1,
        currentMcc: "311",
        currentOperator: "Verizon",
      },
    });
    expect(sandbox.report().totals).toMatchObject({ calls: 2, billed: 2 });
  });

  test("details that are not ready yet", async () => {
    sandbox.configure({ detailsReadyAfterMs: 600_000 });
    const requested = await requestNumberLookups(connection, [NUMBER]);
    const lookupId = requested.ok ? requested.accepted[0]?.lookupId : "";
    expect(await getNumberLookup(connection, lookupId ?? "")).toMatchObject({ details: null });
  });
});

describe("the documented failures", () => {
  test.each([
    ["no number", [], "refused_request", "MISSING_REQUIRED_PARAMS"],
    ["invalid numbers only", ["", "x"], "invalid_number", "INVALID_FIELD_FORMAT"],
    ["one number", numbers(1), "too_few_numbers", "MISSING_REQUIRED_PARAMS"],
    ["99 numbers", numbers(99), "too_few_numbers", "MISSING_REQUIRED_PARAMS"],
    ["501 numbers", numbers(501), "refused_request", "Limit Exceeded"],
  ])("a bulk call with %s", async (_name, asked, kind, errorCode) => {
    for (const path of ["bulk", "legacy"] as const) {
      const failure = await failureOf(lookupBulk(connection, asked, { path }));
      expect(failure).toMatchObject({ kind, httpStatus: 400, errorCode });
    }
    expect(sandbox.report().totals.billed).toBe(0);
  });

  test("a number that is none", async () => {
    expect(await failureOf(lookupSingle(connection, "nonsense"))).toMatchObject({
      kind: "invalid_number",
      httpStatus: 400,
    });
    expect(await failureOf(requestNumberLookups(connection, ["x"]))).toMatchObject({
      kind: "invalid_number",
    });
  });

  test.each([
    ["POST", "/v1/S/rcs/lookup/bulk", "{", 400, "INVALID_JSON_PAYLOAD"],
    ["GET", "/v1/S/rcs/lookup/bulk", undefined, 405, "METHOD_NOT_ALLOWED"],
    ["PUT", "/v1/S/rcs/lookup", "{}", 405, "METHOD_NOT_ALLOWED"],
    ["POST", "/v1/S/rcs/lookup/14155552671", "{}", 405, "METHOD_NOT_ALLOWED"],
    ["GET", "/v1/S/rcs/lookup/", undefined, 400, "MISSING_REQUIRED_PARAMS"],
    ["GET", "/v1/S/rcs/lookup/%E0%A4%A", undefined, 400, "INVALID_FIELD_FORMAT"],
    ["GET", "/v2/S/rcs/lookup/14155552671", undefined, 404, "RCS404"],
    ["POST", "/v1/S/lookup", "{}", 400, "MISSING_REQUIRED_PARAMS"],
    ["GET", "/api/v1/S/lookup/get-info/x:1", undefined, 404, "LKP404"],
  ])("%s %s with body %s is %i %s", async (method, path, body, status, errorCode) => {
    expect(await raw(method, path, body)).toMatchObject({
      status,
      body: { data: [], error: { error_code: errorCode } },
    });
  });

  test("a key that is wrong, and one that stops working", async () => {
    const wrong = { ...connection, apiKey: "another-key" };
    expect(await failureOf(lookupSingle(wrong, NUMBER))).toMatchObject({
      kind: "unauthorised",
      httpStatus: 401,
    });
    sandbox.configure({ refuseKey: true });
    expect(await failureOf(lookupSingle(connection, NUMBER))).toMatchObject({
      kind: "unauthorised",
    });
  });

  test("an account without RCS", async () => {
    sandbox.configure({ rcsDisabled: true });
    expect(await failureOf(lookupBulk(connection, numbers(100)))).toMatchObject({
      kind: "rcs_not_enabled",
      httpStatus: 401,
    });
    expect(await failureOf(requestNumberLookups(connection, [NUMBER]))).toBeNull();
  });

  test("a pod that knows only one bulk path", async () => {
    sandbox.configure({ onlyPath: "legacy" });
    expect(await failureOf(lookupBulk(connection, numbers(100)))).toMatchObject({
      kind: "not_found",
      errorCode: "RCS404",
    });
    expect(await failureOf(lookupBulk(connection, numbers(100), { path: "legacy" }))).toBeNull();
  });
});

describe("faults", () => {
  test.each([
    ["html_502", { kind: "upstream_failed", httpStatus: 502 }, 0],
    ["rcs_500", { kind: "upstream_failed", httpStatus: 500, errorCode: "RCS502" }, 0],
    ["rate_limit", { kind: "throttled", httpStatus: 429 }, 0],
    ["reset", { kind: "broken_off" }, 0],
    ["reset_after_billing", { kind: "broken_off" }, 1],
    ["cut_off", { kind: "broken_off" }, 1],
    ["hang", { kind: "timeout" }, 1],
    ["endless", { kind: "timeout" }, 1],
    ["nonsense", { kind: "malformed" }, 1],
  ] as const)("%s", async (how, failure, billed) => {
    sandbox.configure({ failEvery: { n: 1, how } });
    const deadlineMs = how === "hang" || how === "endless" ? 100 : 30_000;
    expect(await failureOf(lookupSingle(connection, NUMBER, { deadlineMs }))).toMatchObject(
      failure,
    );
    expect(sandbox.report()).toMatchObject({
      totals: { calls: 1, numbers: 1, billed },
      calls: [{ operation: "single_lookup", fault: how, billed }],
    });
  });

  test("a rate limit says when to come back, in either form", async () => {
    for (const retryAfterAs of ["seconds", "date"] as const) {
      sandbox.configure({ failEvery: { n: 1, how: "rate_limit", retryAfter: 60, retryAfterAs } });
      const failure = await failureOf(lookupSingle(connection, NUMBER));
      expect(failure).toMatchObject({ retryAfterMs: expect.any(Number) });
    }
  });

  test("every n-th call fails, the others do not", async () => {
    sandbox.configure({ failEvery: { n: 3, how: "rcs_500" } });
    const oks: boolean[] = [];
    for (const number of numbers(6)) oks.push((await lookupSingle(connection, number)).ok);
    expect(oks).toEqual([true, true, false, true, true, false]);
    expect(sandbox.report()).toMatchObject({
      totals: { calls: 6, billed: 4 },
      byStatus: { "200": 4, "500": 2 },
    });
  });
});

describe("the control interface", () => {
  test("settings are checked, and what is left out is as at the start", async () => {
    const changed = await raw("PUT", "/sandbox/settings", '{"rcsDisabled": true}');
    expect(changed).toMatchObject({ status: 200, body: { rcsDisabled: true, latencyMs: 0 } });
    const refused = await raw(
      "PUT",
      "/sandbox/settings",
      '{"failEvery": {"n": 0, "how": "magic"}, "colour": "red"}',
    );
    expect(refused).toMatchObject({ status: 400, body: { problems: expect.any(Array) } });
    expect((await raw("GET", "/sandbox/settings")).body.rcsDisabled).toBe(true);
    expect((await raw("PUT", "/sandbox/settings", "{}")).body.rcsDisabled).toBe(false);
    expect((await raw("PUT", "/sandbox/settings", "{")).status).toBe(400);
  });

  test("the log names numbers that were asked more than once, until it is cleared", async () => {
    await lookupSingle(connection, NUMBER);
    await lookupBulk(connection, [NUMBER, ...numbers(99)]);
    expect((await raw("GET", "/sandbox/log")).body).toMatchObject({
      totals: { calls: 2, billed: 101, distinctNumbers: 100, billedMoreThanOnce: 1 },
      repeated: [{ number: NUMBER, asked: 2, billed: 2 }],
    });
    expect((await raw("GET", "/sandbox/numbers/14155552671")).body).toEqual({
      ...answerFor(NUMBER),
      asked: 2,
      billed: 2,
    });
    expect((await raw("DELETE", "/sandbox/log")).body.totals.calls).toBe(0);
  });

  test.each([
    ["GET", "/sandbox/nothing", 404],
    ["POST", "/sandbox/log", 404],
    ["GET", "/sandbox/numbers/x", 400],
  ])("%s %s is %i", async (method, path, status) => {
    expect((await raw(method, path)).status).toBe(status);
  });

  test("a page says what it is", async () => {
    const response = await fetch(sandbox.url);
    expect(response.headers.get("content-type")).toMatch(/text\/html/);
    expect(await response.text()).toMatch(/Kaleyra sandbox/);
  });

  test("a body over 1 MB is refused", async () => {
    expect((await raw("POST", "/v1/S/rcs/lookup/bulk", "x".repeat(1_100_000))).status).toBe(413);
  });
});

test("a port that is taken is an error", async () => {
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ port })).rejects.toThrow(/EADDRINUSE/);
});
