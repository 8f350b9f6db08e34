/** Every way in which a use case can say no. The set is closed; `lib/http/problem.ts` maps it to HTTP. */
export type ErrorCode =
  | "invalid_request"
  | "not_signed_in"
  | "bad_token"
  | "forbidden"
  | "not_found"
  | "wrong_origin"
  | "too_large"
  | "already_set_up"
  | "sid_taken"
  | "host_not_allowed"
  | "number_invalid"
  | "run_state"
  | "upload_incomplete"
  | "upload_closed"
  | "nothing_to_look_up"
  | "account_in_use"
  | "run_purged"
  | "throttled"
  | "last_owner"
  | "link_not_valid"
  | "already_member"
  | "has_account"
  | "unavailable";

/** An expected refusal, with a sentence for the user in `message`. Anything else that is thrown is a defect. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Messages by field, for a form. */
    readonly fields?: Record<string, string>,
    /** When it may be tried again, in seconds from now. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** Not there, or not yours: the same words for both, so that an answer gives nothing away. */
export function notFound(
  what: "run" | "account" | "person" | "invite" | "token" | "receipt",
): AppError {
  return new AppError("not_found", `There is no such ${what}, or you have no access to it.`);
}
