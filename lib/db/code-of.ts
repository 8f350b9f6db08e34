/** The code of an error: PostgreSQL's ("Error Codes", SQLSTATE) or the network's. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : undefined;
}
