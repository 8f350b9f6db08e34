/** A keyset cursor: the place of the last item of a page, opaque to clients. */
export function encodeCursor(parts: (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** The parts of a cursor; undefined for none, or for one that is not ours. */
export function decodeCursor(cursor: string | undefined): (string | number)[] | undefined {
  if (!cursor) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(parts)) return undefined;
    return parts.filter((part) => typeof part === "string" || typeof part === "number");
  } catch {
    return undefined;
  }
}
