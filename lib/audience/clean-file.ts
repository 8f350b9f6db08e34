import { CsvError } from "@/lib/csv/csv-error";
import { widthOf } from "@/lib/csv/csv-stream";
import { MAX_ROWS } from "@/lib/csv/limits";
import { AudienceCleaner, type ReadyOptions } from "./clean";
import type { CleanedAudience } from "./cleaned-audience";
import { columnNames } from "./column-names";
import type { Head } from "./head";
import { CUTS, type Cuts, HELPED_BYTES, REVIEW_SAMPLES } from "./limits";
import type { CleanProgress, LineNotes, Review } from "./protocol";
import { type PieceReader, readAlone } from "./read-pieces";
import { type RecordReader, readText, readWorkbook } from "./read-records";
import type { TextSource } from "./read-text-head";
import type { PiecePlan } from "./scan-piece";

export type CleanFileContext = {
  signal: AbortSignal;
  /** Called for every batch of records. */
  onProgress(progress: CleanProgress): void;
  /** Who reads the pieces of a text file; without it, this does. */
  pieces?: PieceReader | undefined;
  cuts?: Cuts;
};

/**
 * Reads a whole file batch by batch, holding none of them longer than it takes, and cleans it. Throws
 * a `CsvError`, a `DOMException` when the file can't be read any more, or the signal's reason.
 */
export async function cleanFile(
  file: File,
  head: Head,
  options: ReadyOptions,
  context: CleanFileContext,
): Promise<{ audience: CleanedAudience; review: Review }> {
  const { signal, onProgress } = context;
  const { source } = head;
  const reader =
    source.kind === "text"
      ? textReader(file, head.records, source, options, context)
      : readWorkbook(file, source);
  const { bytesTotal } = reader;
  const cleaner = new AudienceCleaner(options);
  let isRoomy = bytesTotal < HELPED_BYTES;
  for await (const { bytesRead, firstLine, records, verdicts } of reader.batches) {
    signal.throwIfAborted();
    cleaner.add(records, firstLine, verdicts);
    checkRows(cleaner.rows);
    if (!isRoomy && bytesRead > 0) {
      // A table that is large at once need not be built again while it grows.
      cleaner.expect(Math.min(MAX_ROWS, (cleaner.rows / bytesRead) * bytesTotal));
      isRoomy = true;
    }
    onProgress({ bytesRead, bytesTotal, rows: cleaner.rows });
  }
  const audience = cleaner.finish();
  const names = columnNames(head.records, options.hasHeader);
  return {
    audience,
    review: {
      ...audience.breakdown(),
      corrected: audience.corrected,
      keptNames: options.keptColumns.map((column) => names[column] ?? `Column ${column + 1}`),
      samples: {
        contacts: audience.page("contacts", 0, REVIEW_SAMPLES),
        duplicates: audience.page("duplicates", 0, REVIEW_SAMPLES),
        invalid: audience.page("invalid", 0, REVIEW_SAMPLES),
      },
      ragged: notesOf(reader.ragged),
      brokenQuotes: notesOf(reader.brokenQuotes),
      fingerprint: await reader.fingerprint(),
    },
  };
}

function textReader(
  file: File,
  headRecords: readonly string[][],
  { encoding, format }: TextSource,
  options: ReadyOptions,
  { pieces, cuts = CUTS }: CleanFileContext,
): RecordReader {
  const { phoneColumn, countryColumn, defaultCountry, excludedTypes } = options;
  const plan: PiecePlan = {
    encoding,
    format,
    width: widthOf(headRecords),
    options: { phoneColumn, countryColumn, defaultCountry, excludedTypes },
    cuts,
  };
  const read = pieces?.(file, plan) ?? readAlone(file, cuts);
  return readText(file, plan, columnsOf(options), read);
}

/** The columns that cleaning reads. */
function columnsOf({ phoneColumn, countryColumn, keptColumns }: ReadyOptions): number[] {
  return [phoneColumn, ...(countryColumn === null ? [] : [countryColumn]), ...keptColumns];
}

/** A plain copy, to be sent to the page. */
function notesOf({ rows, lines }: LineNotes): LineNotes {
  return { rows, lines };
}

/** Throws a `CsvError` when there are more rows than one upload takes. */
function checkRows(rows: number): void {
  if (rows > MAX_ROWS) {
    throw new CsvError(
      "too_many_rows",
      `This file has more than ${MAX_ROWS.toLocaleString("en")} rows. Split it and check the parts one by one.`,
    );
  }
}
