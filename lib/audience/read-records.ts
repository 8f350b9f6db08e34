import { CsvDecoder } from "@/lib/csv/csv-decoder";
import { CsvStream } from "@/lib/csv/csv-stream";
import { Fingerprint } from "./fingerprint";
import { type Batch, joinPiece } from "./join-piece";
import { READ_BYTES } from "./limits";
import type { LineNotes } from "./protocol";
import { type ReadPiece, readPieces } from "./read-pieces";
import type { WorkbookSource } from "./read-workbook-head";
import type { PiecePlan } from "./scan-piece";

/** All records of a file in batches, and what was noticed by the time that the last one came. */
export interface RecordReader {
  batches: AsyncIterable<Batch & { bytesRead: number }>;
  /** Bytes to read; 0 where the length of the way is not known. */
  bytesTotal: number;
  ragged: LineNotes;
  brokenQuotes: LineNotes;
  /** Hexadecimal; null where the browser has no crypto. */
  fingerprint: () => Promise<string | null>;
}

/**
 * Reads a file piece by piece, never holding more than a few pieces of it. Of the columns only those
 * in `columns` are sure to be there. What `read` brings judged already is only joined to the rest.
 */
export function readText(
  file: File,
  plan: PiecePlan,
  columns: readonly number[],
  read: ReadPiece,
): RecordReader {
  const { readBytes, parsedChars } = plan.cuts;
  const stream = new CsvStream(plan.format, columns);
  const fingerprint = new Fingerprint();
  const reading = { decoder: new CsvDecoder(plan.encoding), stream };
  async function* batches() {
    let bytesRead = 0;
    for await (const piece of readPieces(file.size, readBytes, read)) {
      fingerprint.add(piece.bytes);
      bytesRead += piece.bytes.length;
      const joined = joinPiece(piece, plan, columns, reading);
      if (joined) {
        for (const batch of joined) yield { ...batch, bytesRead };
        continue;
      }
      const text = reading.decoder.decode(piece.bytes);
      for (let at = 0; at < text.length; at += parsedChars) {
        yield { ...stream.push(text.slice(at, at + parsedChars)), bytesRead };
      }
    }
    yield { ...stream.push(reading.decoder.end()), bytesRead };
    yield { ...stream.end(), bytesRead };
  }
  return {
    batches: batches(),
    bytesTotal: file.size,
    ragged: stream.ragged,
    brokenQuotes: stream.brokenQuotes,
    fingerprint: () => fingerprint.hex(),
  };
}

/**
 * Reads one sheet of a workbook. Its packed bytes are held, its rows are not. Rows of a sheet have
 * no number of cells to keep to, so none is ragged.
 */
export function readWorkbook(file: File, { sheet }: WorkbookSource): RecordReader {
  const fingerprint = new Fingerprint();
  async function* batches() {
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (let start = 0; start < bytes.length; start += READ_BYTES) {
      fingerprint.add(bytes.subarray(start, start + READ_BYTES));
    }
    // Another sheet of the same workbook is another list.
    fingerprint.add(new TextEncoder().encode(sheet));
    const { readSheet } = await import("@/lib/sheet/read-sheet");
    for await (const batch of readSheet(bytes, sheet)) yield { ...batch, bytesRead: 0 };
  }
  const nothing = { rows: 0, lines: [] };
  return {
    batches: batches(),
    bytesTotal: 0,
    ragged: nothing,
    brokenQuotes: nothing,
    fingerprint: () => fingerprint.hex(),
  };
}
