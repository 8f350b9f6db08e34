import { describe, expect, test } from "vitest";
import { classifyAnswer } from "./classify-answer";

const withCode = (errorCode: string) => ({ error: { error_code: errorCode } });
const noError = { error: { error_code: 0, error_message: "Success" } };

describe("classifyAnswer", () => {
  test.each([
    ["an empty object", {}],
    ["an empty list", []],
    ["null", null],
    ["an empty text", ""],
    ["blank fields", { error_code: "", error_message: null }],
    ["fields that hold nothing", { error_code: " ", details: {}, params: [], retry: false }],
    ["nothing", undefined],
    ["a code that says that there is none", { error_code: 0, error_message: "Success" }],
  ])("an error that is %s is no error", (_name, error) => {
    expect(classifyAnswer(200, { code: "RCS702", data: {}, error })).toBeNull();
  });

  test.each([
    ["a text", "it broke"],
    ["a foreign object", { body: "it broke" }],
    ["a list", ["it broke"]],
  ])("a 200 whose error is %s is a failure, in Kaleyra's words", (_name, error) => {
    expect(classifyAnswer(200, { code: "RBC001", error })).toEqual({
      kind: "unexplained",
      httpStatus: 200,
      errorCode: "RBC001",
      message: "it broke",
    });
  });

  test.each([
    [401, undefined, "unauthorised"],
    [403, undefined, "unauthorised"],
    [200, withCode("UNAUTHORIZED"), "unauthorised"],
    [401, { code: "RCS601" }, "rcs_not_enabled"],
    [400, { code: "RCS601", error: {} }, "rcs_not_enabled"],
    [400, withCode("RCS_CHANNEL_DISABLED"), "rcs_not_enabled"],
    [400, withCode("RCS601"), "rcs_not_enabled"],
    [401, withCode("RCS601"), "rcs_not_enabled"],
    [200, { code: "RCS601", error: "no channel" }, "rcs_not_enabled"],
    [404, undefined, "not_found"],
    [404, withCode("PROV_ERROR"), "upstream_failed"],
    [400, withCode("PROV_ERROR"), "upstream_failed"],
    [500, { code: "RCS502", ...withCode("RCS502") }, "upstream_failed"],
    [504, undefined, "upstream_failed"],
    [200, withCode("RCS502"), "upstream_failed"],
    [429, withCode("PROV_ERROR"), "throttled"],
    [408, undefined, "timeout"],
    [413, undefined, "refused_request"],
    [302, undefined, "refused_request"],
    [400, { code: "RCS704" }, "refused_request"],
    [400, withCode("INVALID_FIELD_FORMAT"), "invalid_number"],
    [402, undefined, "unpaid"],
    [405, undefined, "not_found"],
    [200, withCode("prov_error"), "upstream_failed"],
    [200, withCode("SERVICE_UNAVAILABLE"), "upstream_failed"],
    [400, withCode("RCS503"), "upstream_failed"],
    [200, withCode("THROTTLING"), "throttled"],
    [400, withCode("RCS429"), "throttled"],
    [200, withCode("RCS401"), "unauthorised"],
    [200, withCode("SOMETHING_NEW"), "unexplained"],
    [400, withCode("SOMETHING_NEW"), "refused_request"],
    [200, { data: { devices: [], ...withCode("PROV_ERROR") } }, "upstream_failed"],
    [200, { ...noError, data: withCode("PROV_ERROR") }, "upstream_failed"],
    [400, { ...noError, code: "rcs601" }, "rcs_not_enabled"],
    [400, withCode("rcs_channel_disabled"), "rcs_not_enabled"],
    [
      500,
      { error: { error_code: "MISSING_REQUIRED_PARAMS", error_message: "At least 100 numbers" } },
      "too_few_numbers",
    ],
  ])("%i with %j is %s", (status, body, kind) => {
    expect(classifyAnswer(status, body)).toMatchObject({ kind, httpStatus: status });
  });

  test("a code alone makes no failure of a success", () => {
    expect(classifyAnswer(200, { code: "RCS601", data: {}, error: {} })).toBeNull();
  });

  test("a key that Kaleyra repeats is struck out", () => {
    const error = { error_message: "The key c0ffee00c0ffee00 is not known" };
    expect(classifyAnswer(401, { error }, "c0ffee00c0ffee00")?.message).toBe(
      "The key ••• is not known",
    );
  });

  test("a message is cut, and phone numbers in it are masked", () => {
    const error = { error_code: "PROV_ERROR", error_message: `+14155552671 ${"x".repeat(400)}` };
    const message = classifyAnswer(502, { error })?.message ?? "";
    expect(message).toMatch(/^\+1415•••••71 x+$/);
    expect(message).toHaveLength(300);
  });
});
