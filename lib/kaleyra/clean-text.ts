/** Printable ASCII that neither begins nor ends with a space: nearly every text that comes. */
const CLEAN = /^[!-~]+(?: +[!-~]+)*$/;

/**
 * A short text from outside without control characters (PostgreSQL refuses NUL), trimmed and cut,
 * without halves of a surrogate pair (which UTF-8 makes one and the same character); null when it is
 * no text or nothing is left.
 */
export function cleanText(value: unknown, maxLength: number): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  if (typeof value === "string" && value.length <= maxLength && CLEAN.test(value)) return value;
  const text = String(value)
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, maxLength)
    .toWellFormed();
  return text === "" ? null : text;
}
