import { afterEach, describe, expect, test } from "vitest";
import { cleanText } from "./clean-text";
import { lookupBulk } from "./lookup-bulk";
import { lookupSingle } from "./lookup-single";
import { serveJson, type TestServer } from "./testing/serve";

// Shapes that no document shows, close to those that one does.
const [one, other] = ["+14155552671", "+14155552672"];
const device = { deviceAddress: one, carrierId: "AT&T", carrierStatus: "ACTIVE", rcsEnabled: true };
const verdict = { number: one, outcome: "rcs", carrier: "AT&T", carrierStatus: "ACTIVE" };
const error = { error_code: "PROV_ERROR", error_message: "failed" };

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
});

async function bulk(body: unknown) {
  server = await serveJson(200, body);
  return lookupBulk(server.connection, [one, other]);
}
async function single(body: unknown) {
  server = await serveJson(200, body);
  return lookupSingle(server.connection, one);
}

describe("an answer that was paid for", () => {
  test.each([
    ["at the top", { data: { devices: [device] }, error }],
    ["within the data", { data: { devices: [device], error } }],
    ["without an envelope", { devices: [device], error }],
  ])("is kept beside an error %s; the rest has no answer", async (_, body) => {
    expect(await bulk(body)).toMatchObject({
      ok: true,
      verdicts: [verdict, { number: other, outcome: "no_answer" }],
      notes: { missing: 1 },
    });
  });

  test("of a single lookup, too", async () => {
    expect(await single({ data: device, error })).toMatchObject({ ok: true, verdict });
  });

  test.each([
    ["no device", { data: { devices: [] }, error }],
    ["no device, the error within", { data: { devices: [], error } }],
    ["devices that say nothing", { data: { devices: [{ deviceAddress: one }] }, error }],
  ])("is none with %s: the call failed", async (_, body) => {
    expect(await bulk(body)).toMatchObject({ ok: false, failure: { kind: "upstream_failed" } });
  });
});

test("a device whose own lookup failed is not without RCS", async () => {
  const failed = { deviceAddress: other, rcsEnabled: false, error };
  expect(await bulk({ data: { devices: [device, failed] } })).toMatchObject({
    verdicts: [verdict, { number: other, outcome: "no_answer" }],
    notes: { unreadable: 1 },
  });
  expect(await single({ data: { ...failed, deviceAddress: one } })).toMatchObject({
    ok: false,
    failure: { kind: "upstream_failed" },
  });
});

test.each([
  ["a list of one", { data: [device] }],
  ["a device without an envelope", device],
  ["an address within a list", { data: { ...device, deviceAddress: [one] } }],
])("%s is read", async (_, body) => {
  expect(await single(body)).toMatchObject({ ok: true, verdict });
});

test("texts that differ by half a character alone are one text, as the database takes them", () => {
  expect(cleanText("Carrier \ud800", 50)).toBe(cleanText("Carrier \ud801", 50));
});
