import { checkFileSize, detectKind } from "@/lib/csv/check-file";
import { CsvError } from "@/lib/csv/csv-error";
import { detectHeader } from "@/lib/csv/detect-header";
import { HEAD_BYTES, HEAD_ROWS } from "./limits";
import { readTextHead, type TextSource } from "./read-text-head";
import { readWorkbookHead, type WorkbookSource } from "./read-workbook-head";

/** The first records of a file and how it is written. */
export type Head = {
  fileName: string;
  /** Bytes. */
  fileSize: number;
  source: TextSource | WorkbookSource;
  /** From row 1 on, the header among them: at most `HEAD_ROWS` and one. */
  records: string[][];
  hasHeader: boolean;
  /** Whether `records` is all that the file, or the sheet, has. */
  wholeFile: boolean;
};

/**
 * Reads the start of a file, of a workbook's first sheet, or of the one that is named. Throws a
 * `CsvError` for what is no list: empty, over the limit, a picture, only a header.
 */
export async function readHead(file: File, sheet: string | null = null): Promise<Head> {
  checkFileSize(file.size);
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const isText = detectKind(bytes) === "text";
  const readAll = !isText || bytes.length >= file.size;
  // One record more than is kept tells that there are more.
  const { source, records: all } = isText
    ? readTextHead(bytes, readAll, HEAD_ROWS + 2)
    : await readWorkbookHead(file, sheet);
  const records = all.slice(0, HEAD_ROWS + 1);
  const head = {
    fileName: file.name,
    fileSize: file.size,
    source,
    records,
    hasHeader: detectHeader(records),
    wholeFile: readAll && records.length === all.length,
  };
  checkHasRows(head);
  return head;
}

function checkHasRows({ records, hasHeader, wholeFile, source }: Head): void {
  if (!wholeFile) return;
  const what = source.kind === "workbook" ? `The sheet “${source.sheet}”` : "This file";
  const filled = records.filter((record) => record.some((cell) => cell.trim() !== "")).length;
  if (filled === 0) {
    throw new CsvError("empty", `${what} has no rows. Choose the one that holds your list.`);
  }
  if (filled === 1 && hasHeader) {
    throw new CsvError(
      "only_header",
      `${what} has a header and no rows below it. Export the list again, with its contacts.`,
    );
  }
}

/** The records below the header, and the row of each in the file. */
export function dataRows(
  records: readonly string[][],
  hasHeader: boolean,
): { record: string[]; line: number }[] {
  const rows = records.map((record, index) => ({ record, line: index + 1 }));
  if (!hasHeader) return rows;
  const header = headerIndex(records);
  return rows.filter((_, index) => index !== header);
}

/** The first record that is not blank; -1 when there is none. */
export function headerIndex(records: readonly string[][]): number {
  return records.findIndex((record) => record.some((cell) => cell.trim() !== ""));
}
