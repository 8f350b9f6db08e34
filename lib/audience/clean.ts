import { NUMBER_TYPES } from "@/lib/phone/number-type";
import { AudienceColumns, TYPE_ID } from "./audience-columns";
import { CleanedAudience } from "./cleaned-audience";
import { type Mended, rowMender } from "./correcting";
import { type RowVerdict, rowJudge } from "./judge-row";
import { MAX_KEPT_CHARS, MAX_PHONE_CELL_CHARS } from "./limits";
import type { CleanOptions } from "./protocol";
import {
  BLANK,
  digitsOf,
  INVALID,
  NO_TYPE,
  type VerdictColumns,
  VerdictList,
} from "./verdict-columns";

/** Numbers that are looked at together before they are added: about what stays in a processor's cache. */
const EXPECTED = 1024;

/** Records that may be read only when they are asked for. */
export type Records = Pick<readonly (readonly string[])[], "length" | "at">;

/** One of some records, and its row in the file. */
type Row = { records: Records; index: number; line: number };

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

  /** Makes room for about so many rows. */
  expect(rows: number): void {
    this.columns.numbers.reserve(rows);
  }

  /**
   * Takes records that follow each other in the file, the first of them from row `firstLine`, counted
   * from 1. The header is the first record with content. `verdicts`: where they are known already.
   */
  add(records: Records, firstLine: number, verdicts = this.verdictsOn(records)): void {
    const { number } = verdicts;
    const countryIds: number[] = [];
    for (let from = 0; from < number.length; from += EXPECTED) {
      const to = Math.min(from + EXPECTED, number.length);
      this.columns.numbers.expect(number.subarray(from, to));
      for (let index = from; index < to; index += 1) {
        if (this.takesHeader(records, index)) continue;
        this.columns.rows += 1;
        const row = { records, index, line: firstLine + index };
        const found = number[index] ?? BLANK;
        if (found === BLANK) this.columns.blank += 1;
        else if (found === INVALID) this.addRejected(row, verdicts);
        else {
          const country = verdicts.country[index] ?? 0;
          countryIds[country] ??= this.columns.countries.idOf(verdicts.countries[country] ?? "");
          this.addNumber(row, found, countryIds[country], verdicts.type[index] ?? NO_TYPE);
        }
      }
    }
  }

  private verdictsOn(records: Records): VerdictColumns {
    const verdicts = new VerdictList();
    for (let index = 0; index < records.length; index += 1) {
      verdicts.add(this.judge(records.at(index) ?? []));
    }
    return verdicts.columns();
  }

  private takesHeader(records: Records, index: number): boolean {
    if (!this.headerToCome || !records.at(index)?.some((cell) => cell.trim() !== "")) return false;
    this.headerToCome = false;
    return true;
  }

  /** What came out so far. */
  finish(): CleanedAudience {
    return new CleanedAudience(this.columns);
  }

  private addNumber(row: Row, number: number, country: number, type: number): void {
    const { numbers, contacts } = this.columns;
    const known = numbers.size;
    const contact = numbers.add(number);
    if (contact < known) {
      this.addDuplicate(row, contact);
      return;
    }
    contacts.line.push(row.line);
    contacts.country.push(country);
    contacts.type.push(type);
    if (this.options.keep === "last") contacts.cell.push(this.phoneCell(row));
    for (const column of this.options.keptColumns) {
      this.columns.keptCells.push(this.keptCell(row, column));
    }
  }

  private addDuplicate(row: Row, contact: number): void {
    const { contacts, duplicates, keptCells, keptCount } = this.columns;
    duplicates.contact.push(contact);
    if (this.options.keep === "first") {
      duplicates.line.push(row.line);
      duplicates.cell.push(this.phoneCell(row));
      return;
    }
    // This row takes the contact's place, and the row that had it becomes the duplicate.
    duplicates.line.push(contacts.line.at(contact));
    duplicates.cell.push(contacts.cell.at(contact));
    contacts.line.set(contact, row.line);
    contacts.cell.set(contact, this.phoneCell(row));
    for (const [position, column] of this.options.keptColumns.entries()) {
      keptCells.set(contact * keptCount + position, this.keptCell(row, column));
    }
  }

  private addRejected(row: Row, verdicts: VerdictColumns): void {
    const { index, line } = row;
    const mended = this.mend?.(row.records.at(index) ?? [], line);
    if (!mended) {
      this.addInvalid(row, verdicts);
      return;
    }
    const { e164, country, type } = mended.verdict;
    this.columns.corrected += 1;
    this.addNumber(
      { records: [mended.record], index: 0, line },
      digitsOf(e164),
      this.columns.countries.idOf(country),
      TYPE_ID[type],
    );
  }

  private addInvalid(row: Row, { reason, country, countries, type }: VerdictColumns): void {
    const { invalid, excludedByType } = this.columns;
    const { index } = row;
    invalid.line.push(row.line);
    invalid.cell.push(this.phoneCell(row));
    invalid.reason.push(reason[index] ?? 0);
    invalid.readAs.push(this.columns.countries.idOf(countries[country[index] ?? 0] ?? ""));
    const excluded = NUMBER_TYPES[type[index] ?? NO_TYPE];
    if (excluded) excludedByType.set(excluded, (excludedByType.get(excluded) ?? 0) + 1);
  }

  private phoneCell(row: Row): number {
    return this.cell(row, this.options.phoneColumn, MAX_PHONE_CELL_CHARS);
  }

  private keptCell(row: Row, column: number): number {
    return this.cell(row, column, MAX_KEPT_CHARS);
  }

  private cell({ records, index }: Row, column: number, maxChars: number): number {
    return this.columns.texts.add(records.at(index)?.[column] ?? "", maxChars);
  }
}
