import { checkFileSize, checkIsText } from "@/lib/csv/check-file";
import { CsvDecoder } from "@/lib/csv/csv-decoder";
import { CsvError } from "@/lib/csv/csv-error";
import type { CsvFormat } from "@/lib/csv/csv-format";
import { CsvStream } from "@/lib/csv/csv-stream";
import { detectEncoding } from "@/lib/csv/detect-encoding";
import { detectFormat } from "@/lib/csv/detect-format";
import { detectHeader } from "@/lib/csv/detect-header";
import { HEAD_BYTES, HEAD_ROWS } from "./limits";

/** The first records of a file and how it is written. */
export type Head = {
  fileName: string;
  /** Bytes. */
  fileSize: number;
  encoding: string;
  format: CsvFormat;
  /** From row 1 on, the header among them: at most `HEAD_ROWS` and one. */
  records: string[][];
  hasHeader: boolean;
  /** Whether `records` is all that the file has. */
  wholeFile: boolean;
};

/**
 * Reads the start of a file. Throws a `CsvError` for what is no list: empty, over the limit, a
 * picture, a workbook, only a header.
 */
export async function readHead(file: File): Promise<Head> {
  checkFileSize(file.size);
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  checkIsText(bytes);
  const encoding = detectEncoding(bytes);
  const decoder = new CsvDecoder(encoding);
  const readAll = bytes.length >= file.size;
  const text = decoder.decode(bytes) + (readAll ? decoder.end() : "");
  const format = detectFormat(text);
  const stream = new CsvStream(format);
  const all = [...stream.push(text).records, ...stream.end().records];
  // The last record may be cut off where the head ends.
  if (!readAll && all.length > 1) all.pop();
  const records = all.slice(0, HEAD_ROWS + 1);
  const hasHeader = detectHeader(records);
  const wholeFile = readAll && records.length === all.length;
  checkHasRows(records, hasHeader, wholeFile);
  return {
    fileName: file.name,
    fileSize: file.size,
    encoding: decoder.encoding,
    format,
    records,
    hasHeader,
    wholeFile,
  };
}

function checkHasRows(records: string[][], hasHeader: boolean, wholeFile: boolean): void {
  if (!wholeFile) return;
  const filled = records.filter((record) => record.some((cell) => cell.trim() !== "")).length;
  if (filled === 0) {
    throw new CsvError("empty", "This file has no rows. Choose the file that holds your list.");
  }
  if (filled === 1 && hasHeader) {
    throw new CsvError(
      "only_header",
      "This file has a header and no rows below it. Export the list again, with its contacts.",
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
