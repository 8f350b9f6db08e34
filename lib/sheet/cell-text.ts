const DAY_MS = 24 * 60 * 60 * 1000;
/** Serial day 0 of the 1900 date system (ECMA-376, 18.17.4.1), as every reader takes it. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
/** The last day that Excel can show, 31 December 9999. */
const LAST_DAY = 2_958_465;

/** A cell as a workbook stores it. */
export type SheetValue = string | number | boolean | Date | null | undefined;

/**
 * The text of a cell, as a person would type it. A number is written with all its digits, however
 * the sheet shows it: 14155550123 and never 1.4E+10. A text keeps its zeros and its plus.
 */
export function cellText(value: SheetValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return dateText(value);
}

/** A phone number in a column formatted as date is no date: Excel shows only ##### for it. */
function dateText(date: Date): string {
  const time = date.getTime();
  if (Number.isNaN(time)) return "#####";
  const serial = (time - DAY_ZERO_MS) / DAY_MS;
  if (serial > LAST_DAY) return String(serial);
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}
