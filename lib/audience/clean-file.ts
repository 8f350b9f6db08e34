import { CsvError } from "@/lib/csv/csv-error";
import { MAX_ROWS } from "@/lib/csv/limits";
import { AudienceCleaner, type ReadyOptions } from "./clean";
import type { CleanedAudience } from "./cleaned-audience";
import { columnNames } from "./column-names";
import type { Head } from "./head";
import { REVIEW_SAMPLES } from "./limits";
import type { CleanProgress, LineNotes, Review } from "./protocol";
import { readText, readWorkbook } from "./read-records";

export type CleanFileContext = {
  signal: AbortSignal;
  /** Called for every batch of records. */
  onProgress(progress: CleanProgress): void;
};

/**
 * Reads a whole file batch by batch, holding none of them longer than it takes, and cleans it. Throws
 * a `CsvError`, a `DOMException` when the file can't be read any more, or the signal's reason.
 */
export async function cleanFile(
  file: File,
  head: Head,
  options: ReadyOptions,
  { signal, onProgress }: CleanFileContext,
): Promise<{ audience: CleanedAudience; review: Review }> {
  const { source } = head;
  const reader =
    source.kind === "text"
      ? readText(file, source, columnsOf(options))
      : readWorkbook(file, source);
  const { bytesTotal } = reader;
  const cleaner = new AudienceCleaner(options);
  for await (const { bytesRead, firstLine, records } of reader.batches) {
    signal.throwIfAborted();
    cleaner.add(records, firstLine);
    checkRows(cleaner.rows);
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
