import { afterEach, describe, expect, test } from "vitest";
import { getNumberLookup } from "./get-number-lookup";
import { requestNumberLookups } from "./request-number-lookups";
import { serve, serveJson, type TestServer } from "./testing/serve";

const A = "+919876543210";
const B = "+919876543211";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe("requestNumberLookups", () => {
  test("numbers without an id are missing; ids that nobody asked for are left out", async () => {
    const item = (mobile_number: unknown, lookup_id: unknown) => ({ mobile_number, lookup_id });
    const data = [item("919876543210", "x:1"), item("4915112345678", "y:1"), null, item(B, "")];
    const inner = { code: "LKP201", data, invalid_count: 7 };
    server = await serveJson(200, { data: inner, error: {} });
    expect(await requestNumberLookups(server.connection, [A, B])).toMatchObject({
      ok: true,
      requestId: null,
      accepted: [{ number: A, lookupId: "x:1" }],
      missing: [B],
      invalid: 1,
    });
  });
});

describe("getNumberLookup", () => {
  const id = "2020-01-a/b:1";
  const item = {
    lookup_id: id,
    mobile_number: "919876543210",
    country: "IN",
    country_code: 91,
    current_mcc: "404",
    current_mnc: "70",
    current_operator: "",
    original_mcc: "",
    original_mnc: "",
    original_operator: "Airtel",
    is_ported: "true",
    roaming: false,
    roaming_country: "",
  };
  const details = {
    number: A,
    country: "IN",
    countryCode: 91,
    currentMcc: "404",
    currentMnc: "70",
    currentOperator: null,
    originalMcc: null,
    originalMnc: null,
    originalOperator: "Airtel",
    ported: true,
    roaming: false,
    other: { roaming_country: "" },
  };

  test.each([
    ["with an envelope", { data: { code: "LKP200", data: [item] }, error: {} }],
    ["at the top level", { code: "LKP200", price: 0.8, data: [item] }],
  ])("details %s", async (_name, body) => {
    server = await serveJson(200, body);
    expect(await getNumberLookup(server.connection, id)).toEqual({
      ok: true,
      httpStatus: 200,
      details,
    });
  });

  test.each([
    [{ original_operator: "Airtel" }, { originalOperator: "Airtel" }],
    [{ original_mnc: "70" }, { originalMnc: "70" }],
    [{ current_mnc: 70 }, { currentMnc: "70" }],
    [{ ported: true }, { ported: true }],
    [{ is_roaming: "yes" }, { roaming: true }],
  ])("an item that tells %j alone is ready", async (told, details) => {
    server = await serveJson(200, { data: [{ lookup_id: id, ...told }] });
    expect(await getNumberLookup(server.connection, id)).toMatchObject({ ok: true, details });
  });

  test.each([
    ["of an empty record", { country: "", country_code: 0, current_mcc: "", current_operator: "" }],
    ["of an empty record with flags", { current_mcc: 0, ported: false, roaming: "no" }],
    ["that can be told from the number", { country: "IN", country_code: 91, current_mnc: "" }],
  ])("an item that tells nothing but what is %s is not ready", async (_, told) => {
    server = await serveJson(200, { data: [{ lookup_id: id, ...told }] });
    expect(await getNumberLookup(server.connection, id)).toMatchObject({ ok: true, details: null });
  });

  test("of several items the one that was asked for is read", async () => {
    const data = [
      { lookup_id: "other:1", current_mcc: "1" },
      { lookup_id: id, current_mcc: "404" },
    ];
    server = await serveJson(200, { data });
    expect(await getNumberLookup(server.connection, id)).toMatchObject({
      details: { currentMcc: "404" },
    });
  });

  test("what is known by name but can't be read is kept as it came, and so is told", async () => {
    const unread = {
      ported: "since 2020",
      is_roaming: 2,
      country_code: "unknown",
      current_operator: { name: "Airtel" },
    };
    server = await serveJson(200, { data: [{ lookup_id: id, ...unread, country: "" }] });
    const none = { ported: null, roaming: null, countryCode: null, currentOperator: null };
    expect(await getNumberLookup(server.connection, id)).toMatchObject({
      ok: true,
      details: { ...none, country: null, other: unread },
    });
    const two = { is_ported: "since 2020", ported: "yes" };
    await server.close();
    server = await serveJson(200, { data: [{ lookup_id: id, ...two }] });
    expect(await getNumberLookup(server.connection, id)).toMatchObject({
      details: { ported: true, other: { is_ported: "since 2020" } },
    });
  });

  test.each([
    ["202", 202, { data: { data: [item] } }],
    ["an empty list", 200, { data: { code: "LKP200", data: [] }, error: {} }],
    ["a bare item", 200, { data: [{ lookup_id: id, mobile_number: "919876543210" }] }],
  ])("%s is not ready yet", async (_name, status, body) => {
    server = await serveJson(status, body);
    expect(await getNumberLookup(server.connection, id)).toMatchObject({ ok: true, details: null });
  });

  test("a 202 that is no JSON is malformed: it does not say that the details are to come", async () => {
    server = await serve((_request, response) => {
      response.writeHead(202, { "content-type": "text/html" });
      response.end("<html>Please wait</html>");
    });
    expect(await getNumberLookup(server.connection, id)).toMatchObject({
      ok: false,
      failure: { kind: "malformed", httpStatus: 202 },
    });
  });

  test("the id is one segment of the path, its colon as it is", async () => {
    const paths: string[] = [];
    server = await serve((request, response) => {
      paths.push(request.url ?? "");
      response.end("{}");
    });
    await getNumberLookup(server.connection, id);
    expect(paths).toEqual(["/api/v1/HX0000000001US/lookup/get-info/2020-01-a%2Fb:1"]);
  });
});
