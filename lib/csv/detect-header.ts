const MANY_DIGITS = /(?:\d[^\d]{0,3}){6}/;
const DATA_LIKE = /@|^[+-]?[\d.,:/\s-]+$|https?:/;

/**
 * Whether the first record (that is not blank) names columns. Names have letters and no phone
 * number, address or date among them; a single such cell makes it data.
 */
export function detectHeader(records: readonly string[][]): boolean {
  const first = records.find((record) => record.some((cell) => cell.trim() !== ""));
  if (!first) return false;
  const cells = first.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return cells.every((cell) => !MANY_DIGITS.test(cell) && !DATA_LIKE.test(cell));
}
