/**
 * A short text from outside without control characters (PostgreSQL refuses NUL), trimmed and cut;
 * null when it is no text or nothing is left.
 */
export function cleanText(value: unknown, maxLength: number): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = String(value)
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, maxLength);
  return text === "" ? null : text;
}
