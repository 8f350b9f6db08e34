import { Readable } from "node:stream";
import type { ExportFormat } from "@/lib/api/export-format";
import { writeCsvRows } from "@/lib/csv/write-csv";
import { type Batches, workbookOf } from "./workbook";

/** An export: its file name and its bytes, read as fast as they are taken. */
export interface ExportFile {
  fileName: string;
  format: ExportFormat;
  body: ReadableStream<Uint8Array>;
}

/** Rows in a format of export. */
export function exportBody(
  format: ExportFormat,
  columns: readonly string[],
  rows: Batches,
): ReadableStream<Uint8Array> {
  return format === "xlsx" ? workbookOf(columns, rows) : streamOf(csvOf(columns, rows));
}

/** Bytes as a stream; its end, by whoever reads it too, is the end of those who make them. */
export function streamOf(bytes: AsyncIterable<Buffer>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>;
}

async function* csvOf(columns: readonly string[], rows: Batches): AsyncGenerator<Buffer> {
  yield Buffer.from(writeCsvRows([columns]));
  for await (const batch of rows) {
    if (batch.length > 0) yield Buffer.from(writeCsvRows(batch));
  }
}
