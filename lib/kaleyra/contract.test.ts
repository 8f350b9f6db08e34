import { afterEach, describe, expect, test } from "vitest";
import type { FailureKind } from "./failures";
import { BULK_FAILURES, BULK_SUCCESS } from "./fixtures/bulk-device-lookup";
import { CAPABILITY_SUCCESS } from "./fixtures/bulk-number-capability";
import { NUMBER_LOOKUP_SUCCESS } from "./fixtures/post-number-lookup";
import { type Sample, unmask } from "./fixtures/sample";
import { SINGLE_FAILURES, SINGLE_SUCCESS } from "./fixtures/single-device-lookup";
import { SINGLE_CAPABILITY_SUCCESS } from "./fixtures/single-number-capability";
import { getNumberLookup } from "./get-number-lookup";
import { lookupBulk } from "./lookup-bulk";
import { lookupSingle } from "./lookup-single";
import { requestNumberLookups } from "./request-number-lookups";
import { serveJson, type TestServer } from "./testing/serve";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function replay(sample: Sample) {
  server = await serveJson(sample.status, unmask(sample.body));
  return server.connection;
}

const calls = {
  bulk: (sample: Sample, asked: string[]) =>
    replay(sample).then((connection) => lookupBulk(connection, asked)),
  legacy: (sample: Sample, asked: string[]) =>
    replay(sample).then((connection) => lookupBulk(connection, asked, { path: "legacy" })),
  single: (sample: Sample, [asked = ""]: string[]) =>
    replay(sample).then((connection) => lookupSingle(connection, asked)),
  numbers: (sample: Sample, asked: string[]) =>
    replay(sample).then((connection) => requestNumberLookups(connection, asked)),
  details: (sample: Sample) =>
    replay(sample).then((connection) => getNumberLookup(connection, "an-id:1")),
};

describe("the successes that the documents print", () => {
  const clean = {
    missing: 0,
    unasked: 0,
    doubled: 0,
    conflicting: 0,
    unreadable: 0,
    asText: 0,
    countsDisagree: false,
  };

  test("Bulk Device Lookup: three devices, whatever its counts and foreign invalid numbers say", async () => {
    const asked = ["+917055555801", "+917055555802", "+917055555803", "+53555555"];
    expect(await calls.bulk(BULK_SUCCESS, asked)).toEqual({
      ok: true,
      httpStatus: 200,
      verdicts: [
        { number: asked[0], outcome: "rcs", carrier: "Jio", carrierStatus: "ACTIVE" },
        { number: asked[1], outcome: "not_rcs", carrier: "Airtel", carrierStatus: "ACTIVE" },
        { number: asked[2], outcome: "rcs", carrier: "Vi", carrierStatus: "ACTIVE" },
        { number: asked[3], outcome: "no_answer" },
      ],
      notes: { ...clean, missing: 1, unasked: 3, countsDisagree: true },
    });
  });

  test("Bulk Number Capability Check: the bare list of devices", async () => {
    const asked = ["+15555555986", "+15555555985"];
    expect(await calls.legacy(CAPABILITY_SUCCESS, asked)).toEqual({
      ok: true,
      httpStatus: 200,
      verdicts: [
        { number: asked[0], outcome: "not_rcs", carrier: "Google", carrierStatus: "ACTIVE" },
        { number: asked[1], outcome: "rcs", carrier: "Google", carrierStatus: "ACTIVE" },
      ],
      notes: clean,
    });
  });

  test("Single Device Lookup: the address comes back with +", async () => {
    const number = "+917055555574";
    expect(await calls.single(SINGLE_SUCCESS, [number])).toEqual({
      ok: true,
      httpStatus: 200,
      verdict: { number, outcome: "rcs", carrier: "Jio", carrierStatus: "ACTIVE" },
      notes: clean,
    });
  });

  test("Single Number Capability Check: the address comes back without +", async () => {
    const number = "+15555555555";
    expect(await calls.single(SINGLE_CAPABILITY_SUCCESS, [number])).toEqual({
      ok: true,
      httpStatus: 200,
      verdict: { number, outcome: "rcs", carrier: "AT&T", carrierStatus: "ACTIVE" },
      notes: clean,
    });
  });

  test("POST API Lookup: one lookup id for the number", async () => {
    const number = "+9190555555";
    expect(await calls.numbers(NUMBER_LOOKUP_SUCCESS, [number])).toEqual({
      ok: true,
      httpStatus: 200,
      requestId: "2020-01-XXAXXXdXXXXXXXXbbaXXXXeaXecXXXcd4cX3fXXbXXcc",
      accepted: [{ number, lookupId: "XXXXadc-cXeX-XXXX-XcXX-XXXXXXdbXXXX:X" }],
      missing: [],
      invalid: 0,
    });
  });
});

type Row = [sample: Sample, kind: FailureKind, errorCode: string];
const bulk: Row[] = [
  [BULK_FAILURES.empty, "refused_request", "MISSING_REQUIRED_PARAMS"],
  [BULK_FAILURES.allInvalid, "invalid_number", "INVALID_FIELD_FORMAT"],
  [BULK_FAILURES.onlyOne, "too_few_numbers", "MISSING_REQUIRED_PARAMS"],
  [BULK_FAILURES.tooFew, "too_few_numbers", "MISSING_REQUIRED_PARAMS"],
  [BULK_FAILURES.tooMany, "refused_request", "Limit Exceeded"],
  [BULK_FAILURES.invalidJson, "refused_request", "INVALID_JSON_PAYLOAD"],
  [BULK_FAILURES.wrongMethod, "not_found", "METHOD_NOT_ALLOWED"],
  [BULK_FAILURES.rcsNotEnabled, "rcs_not_enabled", "RCS_CHANNEL_DISABLED"],
  [BULK_FAILURES.upstream, "upstream_failed", "PROV_ERROR"],
];
const single: Row[] = [
  [SINGLE_FAILURES.missing, "refused_request", "MISSING_REQUIRED_PARAMS"],
  [SINGLE_FAILURES.invalid, "invalid_number", "INVALID_FIELD_FORMAT"],
  [SINGLE_FAILURES.wrongMethod, "not_found", "METHOD_NOT_ALLOWED"],
  [SINGLE_FAILURES.rcsNotEnabled, "rcs_not_enabled", "RCS_CHANNEL_DISABLED"],
  [SINGLE_FAILURES.upstream, "upstream_failed", "PROV_ERROR"],
  [SINGLE_FAILURES.upstreamRefused, "upstream_failed", "PROV_ERROR"],
  [SINGLE_FAILURES.routeNotFound, "not_found", "RCS404"],
];

describe("the failures that the documents print, at every operation", () => {
  const operations = Object.entries(calls);
  const documented = [
    ...bulk.map((row) => ({ document: "Bulk Device Lookup", row })),
    ...single.map((row) => ({ document: "Single Device Lookup", row })),
  ];
  const rows = documented.flatMap((one) =>
    operations.map(([name, call]) => ({ ...one, name, call })),
  );

  test.each(rows)("$document, $row.0.title, at $name: $row.1", async ({ call, row }) => {
    const [sample, kind, errorCode] = row;
    expect(await call(sample, ["+14155552671"])).toEqual({
      ok: false,
      failure: { kind, httpStatus: sample.status, errorCode, message: expect.any(String) },
    });
  });

  test.each(rows)(
    "$document, $row.0.title, at $name, with status 200: $row.1",
    async ({ call, row }) => {
      const [sample, kind, errorCode] = row;
      expect(await call({ ...sample, status: 200 }, ["+14155552671"])).toEqual({
        ok: false,
        failure: { kind, httpStatus: 200, errorCode, message: expect.any(String) },
      });
    },
  );

  // "Upstream Provider Error - 4xx / 502": no 4xx of the provider is ours.
  test.each([400, 401, 402, 403, 404, 409, 422, 451, 502])(
    "Single Device Lookup, upstream provider error, with status %i: upstream_failed",
    async (status) => {
      const sample = { ...SINGLE_FAILURES.upstream, status };
      expect(await calls.single(sample, ["+14155552671"])).toMatchObject({
        ok: false,
        failure: { kind: "upstream_failed", httpStatus: status, errorCode: "PROV_ERROR" },
      });
    },
  );
});
