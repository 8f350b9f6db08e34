import { MEDIA_TYPES } from "@/lib/api/export-format";
import type { ExportFile } from "@/lib/exports/export-body";

/** Answers with a file to be saved; no cache keeps it. */
export function exportAnswer({ fileName, format, body }: ExportFile): Response {
  return new Response(body, {
    headers: {
      "Content-Type": MEDIA_TYPES[format],
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
