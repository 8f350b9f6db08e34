import { CsvDecoder } from "@/lib/csv/csv-decoder";
import { CsvError } from "@/lib/csv/csv-error";
import { type CsvBatch, CsvStream } from "@/lib/csv/csv-stream";
import { MAX_ROWS } from "@/lib/csv/limits";
import { AudienceCleaner, type ReadyOptions } from "./clean";
import type { CleanedAudience } from "./cleaned-audience";
import { columnNames } from "./column-names";
import { Fingerprint } from "./fingerprint";
import type { Head } from "./head";
import { READ_BYTES, REVIEW_SAMPLES } from "./limits";
import type { CleanProgress, Review } from "./protocol";

export type CleanFileContext = {
  signal: AbortSignal;
  /** Called for every piece of `READ_BYTES`. */
  onProgress(progress: CleanProgress): void;
};

/**
 * Reads a whole file piece by piece, never holding more than two pieces of it, and cleans it. Throws
 * a `CsvError`, a `DOMException` when the file can't be read any more, or the signal's reason.
 */
export async function cleanFile(
  file: File,
  head: Head,
  options: ReadyOptions,
  { signal, onProgress }: CleanFileContext,
): Promise<{ audience: CleanedAudience; review: Review }> {
  const decoder = new CsvDecoder(head.encoding);
  const stream = new CsvStream(head.format);
  const cleaner = new AudienceCleaner(options);
  const fingerprint = new Fingerprint();
  let bytesRead = 0;
  for await (const piece of piecesOf(file)) {
    signal.throwIfAborted();
    fingerprint.add(piece);
    feed(cleaner, stream.push(decoder.decode(piece)));
    bytesRead += piece.length;
    onProgress({ bytesRead, bytesTotal: file.size, rows: cleaner.rows });
  }
  feed(cleaner, stream.push(decoder.end()));
  feed(cleaner, stream.end());
  const audience = cleaner.finish();
  const names = columnNames(head.records, options.hasHeader);
  return {
    audience,
    review: {
      ...audience.breakdown(),
      keptNames: options.keptColumns.map((column) => names[column] ?? `Column ${column + 1}`),
      samples: {
        contacts: audience.page("contacts", 0, REVIEW_SAMPLES),
        duplicates: audience.page("duplicates", 0, REVIEW_SAMPLES),
        invalid: audience.page("invalid", 0, REVIEW_SAMPLES),
      },
      ragged: { rows: stream.ragged.rows, lines: stream.ragged.lines },
      brokenQuotes: { rows: stream.brokenQuotes.rows, lines: stream.brokenQuotes.lines },
      fingerprint: await fingerprint.hex(),
    },
  };
}

/** The next piece is read from the disk while the last one is worked on. */
async function* piecesOf(file: File): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const read = (start: number) => file.slice(start, start + READ_BYTES).arrayBuffer();
  let next = read(0);
  for (let start = 0; start < file.size; start += READ_BYTES) {
    const piece = new Uint8Array(await next);
    if (start + READ_BYTES < file.size) {
      next = read(start + READ_BYTES);
      // Its failure is met by the next turn; a reader that stops early must not leave it unhandled.
      next.catch(() => undefined);
    }
    yield piece;
  }
}

function feed(cleaner: AudienceCleaner, { firstLine, records }: CsvBatch): void {
  let line = firstLine;
  for (const record of records) {
    cleaner.add(record, line);
    line += 1;
  }
  if (cleaner.rows > MAX_ROWS) {
    throw new CsvError(
      "too_many_rows",
      `This file has more than ${MAX_ROWS.toLocaleString("en")} rows. Split it and check the parts one by one.`,
    );
  }
}
