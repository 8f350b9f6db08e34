import { z } from "zod";
import type { Failure } from "./failures";

const systemError = z.object({
  code: z.string().optional(),
  syscall: z.string().optional(),
});
const thrown = z.object({
  cause: systemError.extend({ errors: z.array(systemError).optional() }),
});

/** Errors that end a call before a byte of the request was sent. */
const NOTHING_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_SSL_WRONG_VERSION_NUMBER",
]);
const TIMED_OUT = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);

/**
 * What an error thrown by `fetch`, or while its body was read, means for the call. Whatever is not
 * known to have happened before the request was sent counts as broken off: it may be billed.
 */
export function networkFailure(error: unknown): Failure {
  const parsed = thrown.safeParse(error);
  if (!parsed.success) return { kind: "broken_off" };
  const { cause } = parsed.data;
  const first = cause.errors?.[0];
  const code = cause.code ?? first?.code ?? "";
  const syscall = cause.syscall ?? first?.syscall ?? "";
  const message = code === "" ? {} : { message: code };
  if (NOTHING_SENT.has(code) || syscall === "connect" || syscall === "getaddrinfo") {
    return { kind: "network", ...message };
  }
  if (TIMED_OUT.has(code)) return { kind: "timeout", ...message };
  if (code.startsWith("HPE_")) return { kind: "malformed", ...message };
  return { kind: "broken_off", ...message };
}
