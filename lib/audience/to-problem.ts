import { CsvError } from "@/lib/csv/csv-error";
import type { AudienceProblem } from "./protocol";
import { UploadError } from "./upload-error";

/** What the browser throws when a file was moved, changed or locked since it was picked. */
const GONE = new Set(["NotReadableError", "NotFoundError", "SecurityError"]);

/** A failure as the page shows it. The unknown never shows its own words. */
export function toProblem(error: unknown): AudienceProblem {
  if (error instanceof CsvError) return { code: error.code, message: error.message };
  if (error instanceof UploadError) {
    return { code: `upload_${error.kind}`, message: error.message };
  }
  if (error instanceof DOMException && GONE.has(error.name)) {
    return {
      code: "unreadable",
      message:
        "The file can no longer be read. It may have been moved or changed: choose it again.",
    };
  }
  return {
    code: "internal",
    message: "Something went wrong while reading the list. Choose the file again.",
  };
}
