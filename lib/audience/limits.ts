/** Rows at the start of a file that are inspected and previewed. */
export const HEAD_ROWS = 1_000;
export const HEAD_BYTES = 1024 * 1024;

/** Bytes read at once; progress is reported as often. */
export const READ_BYTES = 1024 * 1024;

/** Characters parsed at once: their records are gone before the garbage collector has to move them. */
export const PARSED_CHARS = 64 * 1024;

/** Characters kept of a cell beside the number; the server takes no more. */
export const MAX_KEPT_CHARS = 1_000;

/** Characters kept of a phone cell that was rejected or is a duplicate. */
export const MAX_PHONE_CELL_CHARS = 200;

/** Rows of each list that a review carries; `page` gets the others. */
export const REVIEW_SAMPLES = 200;

/** Rows and, roughly, characters of one chunk of an upload; the server takes no more. */
export const CHUNK_ROWS = 5_000;
export const CHUNK_CHARS = 3_000_000;
