/** Joins class names, leaving out whatever is not text. */
export function cx(...parts: unknown[]): string {
  return parts.filter((part) => typeof part === "string" && part !== "").join(" ");
}
