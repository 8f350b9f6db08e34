import Papa from "papaparse";

export type CsvValue = string | number | boolean | null;

/**
 * Records by RFC 4180, each with its CRLF; nothing for none. Null is an empty cell. Cells are as they
 * are, for machines: what is to be opened in a spreadsheet is a workbook (lib/exports/workbook.ts).
 */
export function writeCsvRows(rows: readonly (readonly CsvValue[])[]): string {
  if (rows.length === 0) return "";
  return `${Papa.unparse(rows as CsvValue[][], { newline: "\r\n" })}\r\n`;
}
