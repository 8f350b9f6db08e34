import { EXPORT_FORMATS, type ExportFormat } from "@/lib/api/export-format";

export const EXPORT_FORMAT_COOKIE = "export-format";

/** What the cookie says, or CSV: it comes from outside. */
export function parseExportFormat(cookie: string | undefined): ExportFormat {
  return EXPORT_FORMATS.find((format) => format === cookie) ?? "csv";
}
