/** Deeper than this nothing that anyone means to be read is nested. */
const MAX_DEPTH = 4;
/** The most characters that the fields of one answer may have, as JSON. */
const MAX_LENGTH = 8_000;

/**
 * Fields that no document names, fit to be stored: PostgreSQL's jsonb takes neither NUL nor half a
 * surrogate pair, and an answer may be nested or long beyond reason. What goes too far is left out.
 */
export function unknownFields(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  let left = MAX_LENGTH;
  for (const [name, value] of Object.entries(fields)) {
    const clean = cleanValue(value, MAX_DEPTH);
    if (clean === undefined) continue;
    const key = cleanString(name);
    left -= JSON.stringify([key, clean]).length;
    if (left < 0) break;
    Object.defineProperty(kept, key, { value: clean, enumerable: true, configurable: true });
  }
  return kept;
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cleanString(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.map((one) => cleanValue(one, depth - 1) ?? null);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [cleanString(name), cleanValue(one, depth - 1)]),
  );
}

const cleanString = (text: string) => text.toWellFormed().replaceAll("\0", "\uFFFD");
