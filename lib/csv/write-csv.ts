import Papa from "papaparse";

export type CsvValue = string | number | boolean | null;

/** One record by RFC 4180, with its CRLF. Null is an empty cell. */
export function writeCsvRow(cells: readonly CsvValue[]): string {
  return writeCsvRows([cells]);
}

export interface CsvOptions {
  /** Puts an apostrophe before a cell that a spreadsheet would run as a formula. */
  escapeFormulas?: boolean;
}

/**
 * What a spreadsheet may run (OWASP, "CSV Injection"). A number in E.164 begins with + and is none:
 * it stays as it is.
 */
const FORMULA = /^(?!\+[1-9]\d{6,14}$)(?:[\t\r\0]|[\s\0]*[=+\-@])/;

/** Records by RFC 4180, each with its CRLF; nothing for none. */
export function writeCsvRows(
  rows: readonly (readonly CsvValue[])[],
  { escapeFormulas = false }: CsvOptions = {},
): string {
  if (rows.length === 0) return "";
  const escapeFormulae = escapeFormulas ? FORMULA : false;
  return `${Papa.unparse(rows as CsvValue[][], { newline: "\r\n", escapeFormulae })}\r\n`;
}
