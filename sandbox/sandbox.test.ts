import { describe, expect, test } from "vitest";
import { getNumberLookup } from "@/lib/kaleyra/get-number-lookup";
import { lookupBulk } from "@/lib/kaleyra/lookup-bulk";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import { requestNumberLookups } from "@/lib/kaleyra/request-number-lookups";
import { NOTHING_ODD } from "@/lib/kaleyra/verdict";
import { answerFor } from "./answers";
import { startSandbox } from "./server";
import { failureOf, NUMBER, numbers, sandboxForTests } from "./testing/sandbox-for-tests";
import { rightVerdict } from "./testing/verdicts";

const { sandbox, connection, raw } = await sandboxForTests();

describe("the documented successes", () => {
  test.each(["bulk", "legacy"] as const)("500 numbers at the %s path", async (path) => {
    const asked = numbers(500);
    expect(await lookupBulk(connection, asked, { path })).toEqual({
      ok: true,
      httpStatus: 200,
      verdicts: asked.map(rightVerdict),
      notes: NOTHING_ODD,
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
      verdict: rightVerdict(NUMBER),
      notes: NOTHING_ODD,
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
      strikes: [],
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

  test("the log lists as many of the latest calls as are wanted", async () => {
    for (const number of numbers(3)) await lookupSingle(connection, number);
    const { body } = await raw("GET", "/sandbox/log?calls=2");
    expect(body.totals.calls).toBe(3);
    expect(body.calls).toHaveLength(2);
    expect((await raw("GET", "/sandbox/log?calls=0")).body.calls).toEqual([]);
    expect((await raw("GET", "/sandbox/log?calls=x")).status).toBe(400);
  });

  test("a number's answer names the faults that would strike it", async () => {
    sandbox.configure({ missingShare: 1, chatAddressShare: 1, strikesPerNumber: 1 });
    const strikes = async () => (await raw("GET", `/sandbox/numbers/${NUMBER}`)).body.strikes;
    expect(await strikes()).toEqual(["missing", "chat_address"]);
    await lookupSingle(connection, NUMBER);
    expect(await strikes()).toEqual([]);
  });

  test("a body over 1 MB is refused, and logged as every call is", async () => {
    expect((await raw("POST", "/v1/S/rcs/lookup/bulk", "x".repeat(1_100_000))).status).toBe(413);
    expect(sandbox.report().byStatus).toEqual({ "413": 1 });
  });
});

test("a port that is taken is an error", async () => {
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ port })).rejects.toThrow(/is taken already\. Set SANDBOX_PORT/);
});
