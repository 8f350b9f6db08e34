/** A name for a download that is safe in a header and on every file system. */
export function csvFileName(runName: string, what: string): string {
  const name = runName
    .normalize("NFKD")
    .replace(/[^\w-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${name || "run"}-${what}.csv`;
}
