/** Texts as PostgreSQL writes an array of them (PostgreSQL, "Array Input and Output Syntax"). */
export function arrayLiteral(texts: readonly (string | null)[]): string {
  const cells = texts.map((text) =>
    text === null ? "NULL" : `"${text.replaceAll(/["\\]/g, "\\$&")}"`,
  );
  return `{${cells.join(",")}}`;
}
