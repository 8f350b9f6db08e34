import { z } from "zod";
import type { Failure } from "./failures";
import { NOT_PUBLIC } from "./public-lookup";

const systemError = z.object({
  code: z.string().optional(),
  syscall: z.string().optional(),
});
/** A host with several addresses fails with an error for each. */
const thrown = systemError.extend({ errors: z.array(systemError).optional() });

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
  NOT_PUBLIC,
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

/**
 * What an error of a request, or while its answer was read, means for the call. Whatever is not
 * known to have happened before the request was sent counts as broken off: it may be billed.
 */
export function networkFailure(error: unknown): Failure {
  const parsed = thrown.safeParse(error);
  if (!parsed.success) return { kind: "broken_off" };
  const { code: own, syscall: call, errors } = parsed.data;
  const code = own ?? errors?.[0]?.code ?? "";
  const syscall = call ?? errors?.[0]?.syscall ?? "";
  const message = code === "" ? {} : { message: code };
  if (NOTHING_SENT.has(code) || syscall === "connect" || syscall === "getaddrinfo") {
    return { kind: "network", ...message };
  }
  if (code.startsWith("HPE_")) return { kind: "malformed", ...message };
  return { kind: "broken_off", ...message };
}
