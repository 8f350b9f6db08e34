// Values of the interface that the browser knows too: without the schemas, which stay on the server.

/** The most rows that one chunk of an upload may carry. */
export const MAX_CHUNK_ROWS = 5_000;
/** The most rows that one run may hold. */
export const MAX_RUN_ROWS = 2_000_000;
/** The most columns kept beside the phone number. */
export const MAX_KEPT_COLUMNS = 30;
export const MAX_CELL_LENGTH = 1_000;

/** Of a run's name, in characters. */
export const MAX_NAME_LENGTH = 120;

/** How a run stands. */
export const RUN_STATUSES = [
  "draft",
  "queued",
  "running",
  "paused",
  "done",
  "cancelled",
  "failed",
] as const;

/** What is known of a contact. */
export const OUTCOMES = ["pending", "rcs", "not_rcs", "no_answer", "failed", "rejected"] as const;

/** ISO 3166-1 alpha-2, or "001" for numbers of no country (+800, +882, …). */
export const COUNTRY_CODE = /^([A-Z]{2}|001)$/;

/** The segments that hold contacts, and so may be looked up further. */
export const CONTACT_SEGMENTS = ["rcs", "not_rcs", "retry", "rejected", "all"] as const;

/** The value of the carrier filters that stands for "Kaleyra did not provide it". */
export const NOT_PROVIDED = "not_provided";

/** Calls to either host that an account may have waiting for an answer, at most. */
export const MAX_CALLS_AT_ONCE = 64;
