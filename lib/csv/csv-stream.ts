import { CsvError } from "./csv-error";
import type { CsvFormat } from "./csv-format";
import { MAX_RECORD_CHARS } from "./limits";
import { LineNotes } from "./line-notes";
import { parseText, splitLine } from "./parse-text";
import { scanText, type WantedColumns } from "./scan-text";

/** A file with more open quotes than this is not worth mending line by line. */
const MAX_OPEN_QUOTES = 20;

/** Records in the order of the file. `firstLine` is the row of the first one, as a spreadsheet counts. */
export type CsvBatch = { firstLine: number; records: string[][] };

/**
 * Parses a text that comes in pieces, cut anywhere, and holds no more than a piece and a record of
 * it. Rows count as in a spreadsheet: the first record is 1, blank ones count, a line break inside
 * quotes does not, and the line break at the end makes no row.
 *
 * A quote that is never closed would swallow the rest of the file: its line is read without any
 * meaning of quotes instead, and noted. Throws a `CsvError` (`malformed`) when that does not help.
 *
 * Regular records are scanned in one pass; PapaParse reads the others, with all their cells.
 */
export class CsvStream {
  /** Rows with more or fewer cells than the first one that is not blank. */
  readonly ragged = new LineNotes();
  readonly brokenQuotes = new LineNotes();
  private readonly format: CsvFormat;
  private tail = "";
  private toSkip: number;
  private nextLine = 1;
  private columns = 0;
  private openQuotes = 0;
  private readonly wanted: WantedColumns | null;
  private sawContent = false;

  /**
   * `wanted`: the columns that the caller reads. Behind the first record with any content, which may
   * be a header, the cells of all others but the first may stand as empty ones.
   */
  constructor(format: CsvFormat, wanted: readonly number[] | null = null) {
    this.format = format;
    this.toSkip = format.skip;
    this.wanted = wanted && wantedColumns(wanted);
  }

  /** Cells of the first record that is not blank, which all others should have. 0 before it came. */
  get width(): number {
    return this.columns;
  }

  /** Whether a record with any content came: from then on only wanted cells are read. */
  get isUnderWay(): boolean {
    return this.sawContent;
  }

  push(text: string): CsvBatch {
    const batch: CsvBatch = { firstLine: this.nextLine, records: [] };
    const skipped = Math.min(this.toSkip, text.length);
    this.toSkip -= skipped;
    this.tail += text.slice(skipped);
    this.take(batch, false);
    while (this.tail.length > MAX_RECORD_CHARS) {
      this.takeBrokenLine(batch);
      this.take(batch, false);
    }
    return batch;
  }

  /**
   * Whether a text ends the record under way, and all its records are regular: whoever reads on
   * from there, knowing nothing of what came before, reads what this would.
   */
  endsAt(text: string): boolean {
    const whole = this.tail + text;
    // A longer one may be taken for a quote that is never closed.
    if (this.toSkip > 0 || whole.length > MAX_RECORD_CHARS) return false;
    const { used, irregular } = scanText(whole, this.format, []);
    return used === whole.length && !irregular;
  }

  /** Goes past regular records that another has read, from a place that `endsAt` has found. */
  pass(rows: number, ragged: Iterable<number>): number {
    const first = this.nextLine;
    for (const index of ragged) this.ragged.add(first + index);
    this.nextLine += rows;
    return first;
  }

  end(): CsvBatch {
    const batch: CsvBatch = { firstLine: this.nextLine, records: [] };
    while (this.tail !== "") {
      this.take(batch, false);
      if (this.tail !== "" && !this.take(batch, true)) this.takeBrokenLine(batch);
    }
    return batch;
  }

  /** Takes complete records, or all that is left; false when an open quote forbids that. */
  private take(batch: CsvBatch, toEnd: boolean): boolean {
    if (!toEnd) {
      const { records, used, irregular } = scanText(
        this.tail,
        this.format,
        this.sawContent ? this.wanted : null,
      );
      for (const record of records) this.add(batch, record);
      this.tail = this.tail.slice(used);
      if (!irregular) return true;
    }
    const { records, used, brokenQuotes, openQuote } = parseText(this.tail, this.format, toEnd);
    if (openQuote) return false;
    const first = this.nextLine;
    for (const index of brokenQuotes) this.brokenQuotes.add(first + index);
    for (const record of records) this.add(batch, record);
    this.tail = toEnd ? "" : this.tail.slice(used);
    return true;
  }

  private add(batch: CsvBatch, record: string[]): void {
    if (this.columns === 0 && !isBlankRecord(record)) this.columns = record.length;
    if (isRagged(record, this.columns)) this.ragged.add(this.nextLine);
    this.nextLine += 1;
    this.sawContent ||= record.some((cell) => cell.trim() !== "");
    batch.records.push(record);
  }

  private takeBrokenLine(batch: CsvBatch): void {
    const end = this.tail.indexOf(this.format.newline);
    this.openQuotes += 1;
    if ((end === -1 && this.tail.length > MAX_RECORD_CHARS) || this.openQuotes > MAX_OPEN_QUOTES) {
      throw new CsvError(
        "malformed",
        `From row ${this.nextLine.toLocaleString("en")} on this file can't be split into rows and columns. Export it again as CSV.`,
      );
    }
    this.brokenQuotes.add(this.nextLine);
    this.add(batch, splitLine(end === -1 ? this.tail : this.tail.slice(0, end), this.format));
    this.tail = end === -1 ? "" : this.tail.slice(end + 1);
  }
}

function isBlankRecord(record: readonly string[]): boolean {
  return record.length === 1 && record[0]?.trim() === "";
}

/** Whether a record has more or fewer cells than it should, and is not blank. */
export function isRagged(record: readonly string[], width: number): boolean {
  return record.length !== width && !isBlankRecord(record);
}

/** Cells of the first record that is not blank, 0 where there is none. */
export function widthOf(records: readonly string[][]): number {
  return records.find((record) => !isBlankRecord(record))?.length ?? 0;
}

/** Marks wanted columns; the first one is always, because it tells a blank record. */
export function wantedColumns(columns: readonly number[]): WantedColumns {
  return marksOf([0, ...columns]);
}

function marksOf(columns: readonly number[]): boolean[] {
  const marks: boolean[] = Array(Math.max(...columns) + 1).fill(false);
  for (const column of columns) marks[column] = true;
  return marks;
}
