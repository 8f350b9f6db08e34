import type { ExportFormat } from "@/lib/api/export-format";

/** A name for a download that is safe in a header and on every file system. */
export function exportFileName(of: string, what: string, format: ExportFormat): string {
  const name = of
    .normalize("NFKD")
    .replace(/[^\w-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${name || "run"}-${what}.${format}`;
}
