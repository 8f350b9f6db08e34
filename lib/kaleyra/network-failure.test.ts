import { describe, expect, test } from "vitest";
import { networkFailure } from "./network-failure";

const failed = (cause: unknown) => new TypeError("fetch failed", { cause });
const system = (code: string, syscall?: string) =>
  Object.assign(new Error(code), { code, ...(syscall ? { syscall } : {}) });

describe("networkFailure", () => {
  test.each([
    system("ECONNREFUSED", "connect"),
    system("ENOTFOUND", "getaddrinfo"),
    system("ETIMEDOUT", "connect"),
    system("CERT_HAS_EXPIRED"),
    system("UND_ERR_CONNECT_TIMEOUT"),
    new AggregateError([system("ETIMEDOUT", "connect"), system("ENETUNREACH", "connect")]),
  ])("%s: nothing was sent", (cause) => {
    expect(networkFailure(failed(cause)).kind).toBe("network");
  });

  test.each([
    system("ECONNRESET", "read"),
    system("EPIPE", "write"),
    system("ETIMEDOUT", "read"),
    system("UND_ERR_SOCKET"),
    new Error("other side closed"),
    undefined,
    "nonsense",
  ])("%s: it may have been billed", (cause) => {
    expect(networkFailure(failed(cause)).kind).toBe("broken_off");
  });

  test("a body that came to a halt is a timeout", () => {
    expect(networkFailure(failed(system("UND_ERR_BODY_TIMEOUT"))).kind).toBe("timeout");
  });

  test("an answer that is no HTTP is malformed", () => {
    expect(networkFailure(failed(system("HPE_INVALID_CONSTANT"))).kind).toBe("malformed");
  });
});
