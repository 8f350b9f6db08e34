/** 1 GiB. A larger file is refused before a byte of it is read. */
export const MAX_FILE_BYTES = 1024 ** 3;

/** Data rows of one file. */
export const MAX_ROWS = 2_000_000;

/** The longest record, in characters. A quote that is never closed swallows no more than this. */
export const MAX_RECORD_CHARS = 1_000_000;
