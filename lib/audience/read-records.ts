import { CsvDecoder } from "@/lib/csv/csv-decoder";
import { type CsvBatch, CsvStream } from "@/lib/csv/csv-stream";
import { Fingerprint } from "./fingerprint";
import { PARSED_CHARS, READ_BYTES } from "./limits";
import type { LineNotes } from "./protocol";
import type { TextSource } from "./read-text-head";
import type { WorkbookSource } from "./read-workbook-head";

/** All records of a file in batches, and what was noticed by the time that the last one came. */
export interface RecordReader {
  batches: AsyncIterable<CsvBatch & { bytesRead: number }>;
  /** Bytes to read; 0 where the length of the way is not known. */
  bytesTotal: number;
  ragged: LineNotes;
  brokenQuotes: LineNotes;
  /** Hexadecimal; null where the browser has no crypto. */
  fingerprint: () => Promise<string | null>;
}

/** Pieces that are asked for before they are needed; each takes a turn through the browser. */
const PIECES_AHEAD = 4;

/**
 * Reads a file piece by piece, never holding more than a few pieces of it. Of the columns only those
 * in `columns` are sure to be there.
 */
export function readText(
  file: File,
  { encoding, format }: TextSource,
  columns: readonly number[],
): RecordReader {
  const stream = new CsvStream(format, columns);
  const fingerprint = new Fingerprint();
  async function* batches() {
    const decoder = new CsvDecoder(encoding);
    let bytesRead = 0;
    for await (const piece of piecesOf(file)) {
      fingerprint.add(piece);
      bytesRead += piece.length;
      const text = decoder.decode(piece);
      for (let at = 0; at < text.length; at += PARSED_CHARS) {
        yield { ...stream.push(text.slice(at, at + PARSED_CHARS)), bytesRead };
      }
    }
    yield { ...stream.push(decoder.end()), bytesRead };
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

/** The next pieces are read from the disk while the last one is worked on. */
async function* piecesOf(file: File): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const pieces: Promise<ArrayBuffer>[] = [];
  let start = 0;
  const readAhead = () => {
    for (; start < file.size && pieces.length < PIECES_AHEAD; start += READ_BYTES) {
      const piece = file.slice(start, start + READ_BYTES).arrayBuffer();
      // Its failure is met in its turn; a reader that stops early must not leave it unhandled.
      piece.catch(() => undefined);
      pieces.push(piece);
    }
  };
  readAhead();
  for (let next = pieces.shift(); next; next = pieces.shift()) {
    const piece = new Uint8Array(await next);
    readAhead();
    yield piece;
  }
}
