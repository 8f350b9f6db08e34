import { describe, expect, test } from "vitest";
import { networkFailure } from "./network-failure";

const system = (code: string, syscall?: string) =>
  Object.assign(new Error(code), { code, ...(syscall ? { syscall } : {}) });

describe("networkFailure", () => {
  test.each([
    system("ECONNREFUSED", "connect"),
    system("ENOTFOUND", "getaddrinfo"),
    system("ETIMEDOUT", "connect"),
    system("CERT_HAS_EXPIRED"),
    system("ENOTPUBLIC"),
    new AggregateError([system("ETIMEDOUT", "connect"), system("ENETUNREACH", "connect")]),
  ])("%s: nothing was sent", (error) => {
    expect(networkFailure(error).kind).toBe("network");
  });

  test.each([
    system("ECONNRESET", "read"),
    system("EPIPE", "write"),
    system("ETIMEDOUT", "read"),
    system("ERR_STREAM_PREMATURE_CLOSE"),
    system("Z_DATA_ERROR"),
    new Error("aborted"),
    undefined,
    "nonsense",
  ])("%s: it may have been billed", (error) => {
    expect(networkFailure(error).kind).toBe("broken_off");
  });

  test("an answer that is no HTTP is malformed", () => {
    expect(networkFailure(system("HPE_INVALID_CONSTANT")).kind).toBe("malformed");
  });
});
