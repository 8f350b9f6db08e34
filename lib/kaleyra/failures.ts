/** What a failed attempt may have cost: `ambiguous` means that nobody can tell from here. */
export type Billing = "free" | "ambiguous" | "billed";

interface FailurePolicy {
  /** Whether the same call may succeed when it is made again. */
  retry: boolean;
  billing: Billing;
  /** Whether every further call of the account would fail in the same way. */
  pauses: boolean;
  /** A few words for a heading or a badge. */
  title: string;
  /** What happened and what to do, for the user. */
  advice: string;
}

/** Every way in which a call can fail: the one table of what each means. */
export const FAILURES = {
  network: {
    retry: true,
    billing: "free",
    pauses: false,
    title: "Kaleyra can't be reached",
    advice:
      "No connection to Kaleyra could be made, so nothing was asked. Check this server's network and the account's pod or host, then try again.",
  },
  timeout: {
    retry: true,
    billing: "ambiguous",
    pauses: false,
    title: "Kaleyra did not answer in time",
    advice:
      "The request was sent, but no complete answer came in time. It may have been billed. Try again in a few minutes.",
  },
  broken_off: {
    retry: true,
    billing: "ambiguous",
    pauses: false,
    title: "The connection broke off",
    advice:
      "The connection was lost before the whole answer had arrived. The request may have been billed. Try again.",
  },
  throttled: {
    retry: true,
    billing: "free",
    pauses: false,
    title: "Too many calls",
    advice:
      "Kaleyra asks this account to slow down. Wait a little, or lower the account's calls per second.",
  },
  unauthorised: {
    retry: false,
    billing: "free",
    pauses: true,
    title: "Kaleyra refused the key",
    advice:
      "Check the SID and the API key of the account. Likely causes: one of them is wrong, the key is limited to certain IP addresses and this server's is not among them, or the team member who made the key was removed.",
  },
  unpaid: {
    retry: false,
    billing: "free",
    pauses: true,
    title: "Kaleyra wants to be paid first",
    advice:
      "The balance or the quota of the account is used up. Top it up at Kaleyra, then resume; nothing of the rest was asked.",
  },
  rcs_not_enabled: {
    retry: false,
    billing: "free",
    pauses: true,
    title: "RCS is not enabled on the Kaleyra account",
    advice:
      "The key is right, but the account has no RCS channel. Ask your Kaleyra representative to configure RCS for this SID, then resume.",
  },
  refused_request: {
    retry: false,
    billing: "free",
    pauses: false,
    title: "Kaleyra refused the request",
    advice:
      "Kaleyra would not accept the request as it was sent. Check the settings of the account before you ask again. If Kaleyra said why, its words stand beside the call.",
  },
  unexplained: {
    retry: false,
    billing: "ambiguous",
    pauses: false,
    title: "Kaleyra answered with an error",
    advice:
      "Kaleyra took the request and answered with an error that its documents do not explain. It may have been billed. If Kaleyra said why, its words stand beside the call.",
  },
  too_few_numbers: {
    retry: false,
    billing: "free",
    pauses: false,
    title: "Too few numbers for a bulk lookup",
    advice: "A bulk lookup needs at least 100 valid numbers. Look these numbers up one by one.",
  },
  invalid_number: {
    retry: false,
    billing: "free",
    pauses: false,
    title: "Kaleyra calls the number invalid",
    advice:
      "Kaleyra does not accept this as a phone number in international form. Check its country code and its digits.",
  },
  not_found: {
    retry: false,
    billing: "free",
    pauses: false,
    title: "Kaleyra does not know this address",
    advice:
      "The pod does not serve this kind of lookup, or the SID is wrong. Check the account's pod or host and its SID.",
  },
  upstream_failed: {
    retry: true,
    billing: "ambiguous",
    pauses: false,
    title: "Kaleyra or its provider failed",
    advice:
      "The fault is on Kaleyra's side, and the request may still have been billed. Try again in a few minutes; if it stays, ask Kaleyra's support.",
  },
  malformed: {
    retry: true,
    billing: "ambiguous",
    pauses: false,
    title: "The answer can't be read",
    advice:
      "What came back is not an answer that Kaleyra documents. It may have been billed. Check that the host is Kaleyra's and that no proxy stands between.",
  },
} as const satisfies Record<string, FailurePolicy>;

export type FailureKind = keyof typeof FAILURES;

export const FAILURE_KINDS = Object.keys(FAILURES) as [FailureKind, ...FailureKind[]];

/** Of a text that was stored, which may be another reason, or of a kind that there was once. */
export function isFailureKind(text: string | null): text is FailureKind {
  return text !== null && Object.hasOwn(FAILURES, text);
}

/** Why a call failed. Holds no key and no readable phone number. */
export interface Failure {
  kind: FailureKind;
  httpStatus?: number;
  /** Kaleyra's `error.error_code`, or its `code` when that is all it gave. */
  errorCode?: string;
  /** What was said of it, cut to 300 characters; Kaleyra's words alone: `ownWords`. */
  message?: string;
  /** How long Kaleyra asks us to wait, in milliseconds. */
  retryAfterMs?: number;
}

/** What is known of one kind of failure. */
export function failurePolicy(kind: FailureKind): FailurePolicy {
  return FAILURES[kind];
}

/** A call that failed: nothing is known of the numbers it asked for. */
export interface Failed {
  ok: false;
  failure: Failure;
}
