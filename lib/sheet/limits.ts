/** 256 MiB: the packed workbook is held in memory, its rows are not. */
export const MAX_WORKBOOK_BYTES = 256 * 1024 ** 2;
/** Rows handed on at once. */
export const BATCH_ROWS = 2_000;
