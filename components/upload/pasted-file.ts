/** The name of a list that came without one. */
export const PASTED_NAME = "Pasted numbers";

const SEPARATOR = /[,;\t]+/;
const MANY_DIGITS = /(?:\D*\d){7}/;

/** A list that was pasted or typed, as a file like any other. */
export function pastedFile(text: string): File {
  return new File([pastedLines(text).join("\n")], `${PASTED_NAME}.txt`, { type: "text/plain" });
}

/**
 * The lines of a pasted list. Several numbers in a single line, parted by commas, semicolons or
 * tabs (a row of cells), become a line each.
 */
export function pastedLines(text: string): string[] {
  const lines = text.replaceAll(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  const [only = ""] = lines;
  if (lines.length > 1) return lines;
  const parts = only.split(SEPARATOR).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => MANY_DIGITS.test(part)) ? parts : lines;
}
