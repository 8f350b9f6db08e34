import type { Problem } from "@/lib/api/common";
import { isDatabaseAway } from "@/lib/db/is-database-away";
import { isDiskFull } from "@/lib/db/is-disk-full";
import { AppError, type ErrorCode } from "@/lib/errors";

/** The one place where a domain error becomes HTTP. */
const answers: Record<ErrorCode, { status: number; title: string }> = {
  invalid_request: { status: 400, title: "The request is not valid" },
  not_signed_in: { status: 401, title: "You are not signed in" },
  bad_token: { status: 401, title: "The API token is not valid" },
  forbidden: { status: 403, title: "Your role does not allow this" },
  not_found: { status: 404, title: "Not found" },
  wrong_origin: { status: 403, title: "The request came from another site" },
  too_large: { status: 413, title: "Too large" },
  already_set_up: { status: 409, title: "Already set up" },
  sid_taken: { status: 409, title: "This SID is connected already" },
  host_not_allowed: { status: 400, title: "This host is not allowed" },
  number_invalid: { status: 422, title: "This is not a usable phone number" },
  run_state: { status: 409, title: "Not possible in the run's present state" },
  upload_incomplete: { status: 409, title: "The upload is not complete" },
  upload_closed: { status: 409, title: "The run takes no more rows" },
  nothing_to_look_up: { status: 409, title: "There is nothing to look up" },
  account_in_use: { status: 409, title: "The account is in use" },
  run_purged: { status: 410, title: "The run's contacts were deleted" },
  throttled: { status: 429, title: "Too many tries" },
  last_owner: { status: 409, title: "The account needs an owner" },
  link_not_valid: { status: 404, title: "This link does not work" },
  already_member: { status: 409, title: "Already a member" },
  has_account: { status: 409, title: "Sign in instead" },
  unavailable: { status: 503, title: "Not available just now" },
};

const typeOf = (code: string) => `urn:rcs-reach:problem:${code}`;

/**
 * What a thrown value says to the client. The message of an unexpected error never leaves the
 * server: it may hold anything.
 */
export function toProblem(error: unknown): Problem {
  if (error instanceof AppError) {
    const { status, title } = answers[error.code];
    const { code, message: detail, fields, retryAfter } = error;
    return {
      type: typeOf(code),
      status,
      code,
      title,
      detail,
      ...(fields && { fields }),
      ...(retryAfter !== undefined && { retryAfter }),
    };
  }
  if (isDiskFull(error)) {
    return {
      type: typeOf("unavailable"),
      ...answers.unavailable,
      code: "unavailable",
      detail:
        "The disk of the database is full, so nothing was changed. Tell the person who runs this server; runs go on by themselves when there is space again.",
    };
  }
  if (isDatabaseAway(error)) {
    return {
      type: typeOf("unavailable"),
      ...answers.unavailable,
      code: "unavailable",
      detail: "The database does not answer. Nothing was changed; try again in a moment.",
    };
  }
  return {
    type: typeOf("internal"),
    status: 500,
    code: "internal",
    title: "Something went wrong on the server",
    detail: "The request could not be finished. Try again; the server's log says more.",
  };
}

/** A problem as an HTTP response, RFC 9457; a 401 names the scheme of tokens (RFC 6750, section 3). */
export function problemResponse(problem: Problem, requestId?: string): Response {
  return new Response(JSON.stringify({ ...problem, requestId }), {
    status: problem.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(problem.retryAfter !== undefined && { "Retry-After": String(problem.retryAfter) }),
      ...(problem.status === 401 && { "WWW-Authenticate": "Bearer" }),
    },
  });
}
