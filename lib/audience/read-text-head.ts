import { CsvDecoder } from "@/lib/csv/csv-decoder";
import type { CsvFormat } from "@/lib/csv/csv-format";
import { CsvStream } from "@/lib/csv/csv-stream";
import { detectEncoding } from "@/lib/csv/detect-encoding";
import { detectFormat } from "@/lib/csv/detect-format";
import { PARSED_CHARS } from "./limits";

/** How a text file is written. */
export type TextSource = {
  kind: "text";
  /** A TextDecoder label, such as "utf-8" or "windows-1252". */
  encoding: string;
  format: CsvFormat;
};

/**
 * The first records of a text file, and how it is written. Throws a `CsvError`.
 *
 * @param readAll whether `bytes` is the whole file
 * @param atLeast so many records are read where there are so many; more may come with them
 */
export function readTextHead(
  bytes: Uint8Array,
  readAll: boolean,
  atLeast: number,
): { source: TextSource; records: string[][] } {
  const decoder = new CsvDecoder(detectEncoding(bytes));
  const text = decoder.decode(bytes) + (readAll ? decoder.end() : "");
  const format = detectFormat(text);
  const stream = new CsvStream(format);
  const records: string[][] = [];
  let read = 0;
  for (; read < text.length && records.length < atLeast; read += PARSED_CHARS) {
    records.push(...stream.push(text.slice(read, read + PARSED_CHARS)).records);
  }
  if (read >= text.length) {
    records.push(...stream.end().records);
    // The last record may be cut off where the head ends.
    if (!readAll && records.length > 1) records.pop();
  }
  return { source: { kind: "text", encoding: decoder.encoding, format }, records };
}
