import { CsvError } from "@/lib/csv/csv-error";

/** What the reader throws for a damaged or protected workbook, in words for the user. */
export function workbookError(error: unknown): CsvError {
  if (error instanceof CsvError) return error;
  const what =
    error instanceof Error && error.name === "EncryptedFileError"
      ? "This workbook is protected by a password."
      : "This file can't be opened as an Excel workbook.";
  return new CsvError(
    "spreadsheet",
    `${what} Open it in Excel, save it as “Excel workbook (.xlsx)” or “CSV UTF-8” without a password, and pick that file.`,
  );
}
