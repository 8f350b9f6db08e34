import Papa from "papaparse";
import type { CsvFormat } from "./csv-format";

type Parsed = {
  records: string[][];
  /** Characters that the complete records took. */
  used: number;
  /** Indexes of records with a quote inside that is not doubled. */
  brokenQuotes: number[];
  /** Whether the last record has a quote that is never closed. */
  openQuote: boolean;
};

/** PapaParse's result of `Parser.parse`; its type declarations leave it open. */
type PapaResult = {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
};

/**
 * Parses a text by RFC 4180 with PapaParse's core parser. Unless `toEnd`, the last record is left
 * over, because more may follow; then `used` tells where to go on.
 */
export function parseText(
  text: string,
  { delimiter, newline }: Pick<CsvFormat, "delimiter" | "newline">,
  toEnd: boolean,
  maxRecords = 0,
): Parsed {
  const parser = new Papa.Parser({ delimiter, newline, preview: maxRecords });
  const result: PapaResult = parser.parse(text, 0, !toEnd);
  const brokenQuotes = new Set<number>();
  let openQuote = false;
  for (const { code, row } of result.errors) {
    if (code === "MissingQuotes") openQuote = true;
    else if (row !== undefined && row < result.data.length) brokenQuotes.add(row);
  }
  if (newline === "\n") dropCarriageReturns(result.data);
  return {
    records: result.data,
    used: result.meta.cursor,
    brokenQuotes: [...brokenQuotes],
    openQuote,
  };
}

/** Cells of one line without any meaning of quotes. */
export function splitLine(line: string, { delimiter }: Pick<CsvFormat, "delimiter">): string[] {
  return (line.endsWith("\r") ? line.slice(0, -1) : line).split(delimiter);
}

function dropCarriageReturns(records: string[][]): void {
  for (const record of records) {
    const last = record.length - 1;
    const cell = record[last];
    if (cell?.endsWith("\r")) record[last] = cell.slice(0, -1);
  }
}
