import type { CsvFormat } from "./csv-format";

const QUOTE = 0x22;
const RETURN = 0x0d;

export type ScannedBytes = {
  /** Where the first record begins that was not taken. */
  used: number;
  /** Whether that record breaks the rules, or is longer than any should be. */
  irregular: boolean;
};

/** Where the cells of one record stand. The same object is used for one record after the other. */
export type CellBounds = {
  /** Where the record ends, its line end included. */
  end: number;
  /** How many cells it has. */
  cells: number;
  /** Start and end of each column that was asked for, one pair after the other, without quotes. */
  readonly places: Uint32Array;
};

/**
 * Takes the complete records of bytes from `from` on as `scanText` takes those of their text, but
 * makes no text of them: it only tells `take` where the cells of `columns` stand. For encodings in
 * which a quote, a delimiter and a line end are bytes that mean nothing else. The text of a place:
 * `cellText`.
 */
export function scanBytes(
  bytes: Uint8Array,
  from: number,
  { delimiter, newline }: Pick<CsvFormat, "delimiter" | "newline">,
  columns: readonly number[],
  maxRecord: number,
  take: (record: CellBounds) => void,
): ScannedBytes {
  const delimiterCode = delimiter.charCodeAt(0);
  const newlineCode = newline.charCodeAt(0);
  const { length } = bytes;
  const places = new Uint32Array(columns.length * 2);
  const record: CellBounds = { end: 0, cells: 0, places };
  let used = from;
  let at = from;
  let cells = 0;
  while (at < length) {
    let start = at;
    let end = at;
    if (bytes[at] === QUOTE) {
      start = at + 1;
      end = closingQuote(bytes, start);
      at = end + 1;
      if (newlineCode !== RETURN && bytes[at] === RETURN) at += 1;
      if (at >= length) break;
      const isRegular =
        bytes[at] === newlineCode || (bytes[at] === delimiterCode && at === end + 1);
      if (!isRegular) return { used, irregular: true };
    } else {
      while (at < length && bytes[at] !== delimiterCode && bytes[at] !== newlineCode) at += 1;
      if (at === length) break;
      end = at;
    }
    const isLast = bytes[at] === newlineCode;
    if (isLast && newlineCode !== RETURN && end > start && bytes[end - 1] === RETURN) end -= 1;
    for (let place = 0; place < columns.length; place += 1) {
      if (columns[place] !== cells) continue;
      places[place * 2] = start;
      places[place * 2 + 1] = end;
    }
    at += 1;
    cells += 1;
    if (!isLast) continue;
    if (at - used > maxRecord) return { used, irregular: true };
    record.end = at;
    record.cells = cells;
    take(record);
    used = at;
    cells = 0;
  }
  return { used, irregular: false };
}

/** Where the next quote stands that is not doubled, or the end of all. */
function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at;
    at += 1;
  }
  return bytes.length;
}

/** The text of a cell, by that of its place. */
export function cellText(bytes: Uint8Array, start: number, text: string): string {
  // What stands in a cell without quotes around it is meant as it stands.
  return bytes[start - 1] === QUOTE && text.includes('"') ? text.replaceAll('""', '"') : text;
}
