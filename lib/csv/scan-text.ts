import type { CsvFormat } from "./csv-format";

/** Which cells are wanted, by column; columns beyond its end are not. */
export type WantedColumns = readonly boolean[];

type Scanned = {
  records: string[][];
  /** Where the first record begins that was not taken. */
  used: number;
  /** Whether that record breaks the rules, so that it is for another to read. */
  irregular: boolean;
};

const QUOTE = 0x22;
const RETURN = 0x0d;

/**
 * Takes the complete records at the start of a text by RFC 4180, in one pass, as `parseText` does.
 * Stops where the text ends within a record, and where one is irregular: something other than a
 * delimiter or a line end after a closing quote. A cell that is not wanted stands as an empty one.
 */
export function scanText(
  text: string,
  { delimiter, newline }: Pick<CsvFormat, "delimiter" | "newline">,
  wanted: WantedColumns | null,
): Scanned {
  const delimiterCode = delimiter.charCodeAt(0);
  const newlineCode = newline.charCodeAt(0);
  const records: string[][] = [];
  const { length } = text;
  let used = 0;
  // A list that grows cell by cell takes twice the memory: most records are as long as the last one.
  let record: string[] = [];
  let cells = 0;
  let at = 0;
  while (at < length) {
    const isWanted = wanted === null || wanted[cells] === true;
    let cell = "";
    let end = at;
    if (text.charCodeAt(at) === QUOTE) {
      const closing = closingQuote(text, at + 1);
      if (closing === -1) break;
      end = closing + 1;
      if (end < length && newlineCode !== RETURN && text.charCodeAt(end) === RETURN) end += 1;
      if (end >= length) break;
      const next = text.charCodeAt(end);
      const isRegular = next === newlineCode || (next === delimiterCode && end === closing + 1);
      if (!isRegular) return { records, used, irregular: true };
      if (isWanted) cell = unquoted(text.slice(at + 1, closing));
    } else {
      end = plainEnd(text, at, delimiterCode, newlineCode);
      if (end === -1) break;
      if (isWanted) cell = text.slice(at, end);
    }
    const isLast = text.charCodeAt(end) === newlineCode;
    if (isLast && newlineCode !== RETURN && cell.endsWith("\r")) cell = cell.slice(0, -1);
    record[cells] = cell;
    cells += 1;
    at = end + 1;
    if (!isLast) continue;
    if (record.length !== cells) record.length = cells;
    records.push(record);
    record = new Array(cells);
    cells = 0;
    used = at;
  }
  return { records, used, irregular: false };
}

/** Where the next delimiter or line end stands, or -1. */
function plainEnd(text: string, from: number, delimiter: number, newline: number): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === delimiter || sign === newline) return at;
  }
  return -1;
}

/** The next quote that is not doubled, or -1. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function unquoted(inner: string): string {
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}
