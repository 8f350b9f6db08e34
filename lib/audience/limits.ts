/** Rows at the start of a file that are inspected and previewed. */
export const HEAD_ROWS = 1_000;
export const HEAD_BYTES = 1024 * 1024;

/** Bytes read at once; progress is reported as often. */
export const READ_BYTES = 1024 * 1024;

/** Characters parsed at once: their records are gone before the garbage collector has to move them. */
export const PARSED_CHARS = 64 * 1024;

/** Bytes at the start of a piece in which a reader that does not know what came before gets its bearings. */
export const RUN_IN_BYTES = 4 * 1024;

/** How a text file is cut. Nothing that is read depends on it. */
export type Cuts = { readBytes: number; parsedChars: number; runIn: number };
export const CUTS: Cuts = {
  readBytes: READ_BYTES,
  parsedChars: PARSED_CHARS,
  runIn: RUN_IN_BYTES,
};

/** Bytes from which on a file is read by several workers; for less they would not be worth their start. */
export const HELPED_BYTES = 4 * READ_BYTES;

/** Characters kept of a cell beside the number; the server takes no more. */
export const MAX_KEPT_CHARS = 1_000;

/** Characters kept of a phone cell that was rejected or is a duplicate. */
export const MAX_PHONE_CELL_CHARS = 200;

/** Rows of each list that a review carries; `page` gets the others. */
export const REVIEW_SAMPLES = 200;

/** Rows of one chunk of an upload; the server takes no more. */
export const CHUNK_ROWS = 5_000;
/** Bytes of it: below the 1 MiB that a proxy lets through by default (nginx, client_max_body_size). */
export const CHUNK_BYTES = 1_000_000;
