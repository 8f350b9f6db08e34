import type { Failure, FailureKind } from "./failures";
import { maskNumbersIn } from "./mask";
import { readStatedError, type StatedError } from "./stated-error";

const MESSAGE_LENGTH = 300;

/**
 * Tells from a complete answer whether the call failed, and how; null when it did not.
 *
 * Decided on the HTTP status and `error.error_code`. Of `code` only RCS601 counts, which Kaleyra
 * sends with 401 and sibling operations with 400, and only where these say that the call failed. A
 * 200 with an `error` is a failure.
 *
 * @param body the parsed JSON, or undefined when there was none
 * @param apiKey is struck out of Kaleyra's words, should they repeat it
 */
export function classifyAnswer(status: number, body: unknown, apiKey = ""): Failure | null {
  const stated = readStatedError(body);
  const kind = kindOf(status, stated);
  if (kind === null) return null;
  const failure: Failure = { kind, httpStatus: status };
  const code = stated.errorCode ?? stated.code;
  if (code !== null) failure.errorCode = code;
  if (stated.message !== null) {
    const words = apiKey === "" ? stated.message : stated.message.replaceAll(apiKey, "•••");
    failure.message = maskNumbersIn(words).slice(0, MESSAGE_LENGTH);
  }
  return failure;
}

function kindOf(status: number, stated: StatedError): FailureKind | null {
  if (saysNotEnabled(status, stated)) return "rcs_not_enabled";
  if (status === 429) return "throttled";
  // "Upstream Provider Error - 4xx / 502": a 401 of the provider is not a refused key.
  const code = stated.errorCode?.toUpperCase() ?? "";
  if (code === "PROV_ERROR") return "upstream_failed";
  if (status === 402) return "unpaid";
  if (status === 401 || status === 403) return "unauthorised";
  if (status === 408) return "timeout";
  const known = kindOfErrorCode(code, stated.message);
  if (status >= 500) return known === "too_few_numbers" ? known : "upstream_failed";
  if (status >= 300 && status < 400) return "refused_request";
  if (status >= 200 && status < 300) {
    if (!stated.hasError) return null;
    return known ?? kindOfUnlistedCode(code) ?? "unexplained";
  }
  if (known) return known;
  // A pod without the bulk path takes its last part for a number, which can't be posted.
  if (status === 404 || status === 405) return "not_found";
  return kindOfUnlistedCode(code) ?? "refused_request";
}

function saysNotEnabled(status: number, { code, errorCode, hasError }: StatedError): boolean {
  const named = errorCode?.toUpperCase();
  if (named === "RCS_CHANNEL_DISABLED" || named === "RCS601") return true;
  return code?.toUpperCase() === "RCS601" && (status >= 400 || hasError);
}

/** @param code in capitals */
function kindOfErrorCode(code: string, message: string | null): FailureKind | null {
  switch (code) {
    case "UNAUTHORIZED":
      return "unauthorised";
    case "RCS404":
    case "RCS405":
    case "METHOD_NOT_ALLOWED":
      return "not_found";
    case "RCS502":
      return "upstream_failed";
    case "INVALID_FIELD_FORMAT":
      return "invalid_number";
    case "INVALID_JSON_PAYLOAD":
    case "LIMIT EXCEEDED":
      return "refused_request";
    case "MISSING_REQUIRED_PARAMS":
      // The same error code stands on an empty request: only the words tell them apart.
      return /at least \d+|single lookup|multiple deviceAddresses/i.test(message ?? "")
        ? "too_few_numbers"
        : "refused_request";
    default:
      return null;
  }
}

/**
 * What an error code means that no document lists, by the words and the HTTP status that Kaleyra's
 * codes are made of (RCS404, RCS502, METHOD_NOT_ALLOWED).
 *
 * @param code in capitals
 */
function kindOfUnlistedCode(code: string): FailureKind | null {
  if (/THROTTL|TOO_MANY_REQUESTS|429$/.test(code)) return "throttled";
  if (/UNAVAILABLE|INTERNAL|GATEWAY|TIMEOUT|\D5\d\d$/.test(code)) return "upstream_failed";
  return /UNAUTHORI[SZ]ED|FORBIDDEN|\D40[13]$/.test(code) ? "unauthorised" : null;
}
