import { AudienceColumns, REASON_ID, TYPE_ID } from "./audience-columns";
import { CleanedAudience } from "./cleaned-audience";
import { type Mended, rowMender } from "./correcting";
import { type RowVerdict, rowJudge } from "./judge-row";
import { MAX_KEPT_CHARS, MAX_PHONE_CELL_CHARS } from "./limits";
import type { CleanOptions } from "./protocol";

const ZERO = "0".charCodeAt(0);

/** Cleaning needs to know where the numbers are. */
export type ReadyOptions = CleanOptions & { phoneColumn: number };

/**
 * Takes the records of a file one by one and sorts them into contacts, duplicates and invalid rows.
 * Of a record it holds the ticked columns, and the phone cell only where the number was rejected or
 * is a duplicate. After any number of records, rows = unique + duplicates + invalid + blank.
 */
export class AudienceCleaner {
  private readonly options: ReadyOptions;
  private readonly columns: AudienceColumns;
  private readonly judge: (record: readonly string[]) => RowVerdict;
  private readonly mend: ((record: readonly string[], line: number) => Mended | null) | null;
  private headerToCome: boolean;

  /** `judge`: one that has judged some of the records already, in place of a new one. */
  constructor(options: ReadyOptions, judge = rowJudge(options)) {
    this.options = options;
    this.columns = new AudienceColumns(options.keptColumns.length);
    this.judge = judge;
    this.mend = options.corrections.length > 0 ? rowMender(options) : null;
    this.headerToCome = options.hasHeader;
  }

  /** Rows so far; the header is none. */
  get rows(): number {
    return this.columns.rows;
  }

  /**
   * Takes records that follow each other in the file, the first of them from row `firstLine`, counted
   * from 1. The header is the first record with content.
   */
  add(records: readonly (readonly string[])[], firstLine: number): void {
    const verdicts = records.map((record) => this.judge(record));
    const numbers: number[] = [];
    for (const verdict of verdicts) {
      if (verdict.kind === "contact") numbers.push(digitsOf(verdict.e164));
    }
    this.columns.numbers.expect(numbers);
    for (const [index, record] of records.entries()) {
      this.take(record, firstLine + index, verdicts[index] ?? this.judge(record));
    }
  }

  private take(record: readonly string[], line: number, verdict: RowVerdict): void {
    if (this.headerToCome && record.some((cell) => cell.trim() !== "")) {
      this.headerToCome = false;
      return;
    }
    this.columns.rows += 1;
    if (verdict.kind === "contact") this.addNumber(record, line, verdict);
    else if (verdict.kind === "invalid") this.addRejected(record, line, verdict);
    else this.columns.blank += 1;
  }

  /** What came out so far. */
  finish(): CleanedAudience {
    return new CleanedAudience(this.columns);
  }

  private addNumber(
    record: readonly string[],
    line: number,
    { e164, country, type }: RowVerdict & { kind: "contact" },
  ): void {
    const { numbers, contacts, countries } = this.columns;
    const known = numbers.size;
    const contact = numbers.add(digitsOf(e164));
    if (contact < known) {
      this.addDuplicate(record, line, contact);
      return;
    }
    contacts.line.push(line);
    contacts.country.push(countries.idOf(country));
    contacts.type.push(TYPE_ID[type]);
    if (this.options.keep === "last") contacts.cell.push(this.phoneCell(record));
    for (const column of this.options.keptColumns) {
      this.columns.keptCells.push(this.columns.texts.add(record[column] ?? "", MAX_KEPT_CHARS));
    }
  }

  private addDuplicate(record: readonly string[], line: number, contact: number): void {
    const { contacts, duplicates, keptCells, keptCount, texts } = this.columns;
    duplicates.contact.push(contact);
    if (this.options.keep === "first") {
      duplicates.line.push(line);
      duplicates.cell.push(this.phoneCell(record));
      return;
    }
    // This row takes the contact's place, and the row that had it becomes the duplicate.
    duplicates.line.push(contacts.line.at(contact));
    duplicates.cell.push(contacts.cell.at(contact));
    contacts.line.set(contact, line);
    contacts.cell.set(contact, this.phoneCell(record));
    for (const [position, column] of this.options.keptColumns.entries()) {
      keptCells.set(
        contact * keptCount + position,
        texts.add(record[column] ?? "", MAX_KEPT_CHARS),
      );
    }
  }

  private addRejected(
    record: readonly string[],
    line: number,
    verdict: RowVerdict & { kind: "invalid" },
  ): void {
    const mended = this.mend?.(record, line);
    if (!mended) {
      this.addInvalid(record, line, verdict);
      return;
    }
    this.columns.corrected += 1;
    this.addNumber(mended.record, line, mended.verdict);
  }

  private addInvalid(
    record: readonly string[],
    line: number,
    { reason, readAs, type }: RowVerdict & { kind: "invalid" },
  ): void {
    const { invalid, countries, excludedByType } = this.columns;
    invalid.line.push(line);
    invalid.cell.push(this.phoneCell(record));
    invalid.reason.push(REASON_ID[reason]);
    invalid.readAs.push(countries.idOf(readAs ?? ""));
    if (type) excludedByType.set(type, (excludedByType.get(type) ?? 0) + 1);
  }

  private phoneCell(record: readonly string[]): number {
    return this.columns.texts.add(record[this.options.phoneColumn] ?? "", MAX_PHONE_CELL_CHARS);
  }
}

/** The digits of an E.164 number as a number, which is exact: they are no more than 15. */
function digitsOf(e164: string): number {
  let number = 0;
  for (let at = 1; at < e164.length; at += 1) number = number * 10 + (e164.charCodeAt(at) - ZERO);
  return number;
}
