import { isCountryCode } from "@/lib/phone/country";
import { INVALID_REASONS, type InvalidReason } from "@/lib/phone/invalid-reason";
import { NUMBER_TYPES } from "@/lib/phone/number-type";
import { type AudienceColumns, REASON_ID } from "./audience-columns";
import { breakdownOf } from "./breakdown";
import type { NumberColumn } from "./number-column";
import type {
  AudienceBreakdown,
  ContactRow,
  DuplicateRow,
  InvalidRow,
  RowKind,
  RowsByKind,
} from "./protocol";

/** The lists that cleaning made. Rows are built when they are asked for, in the order of the file. */
export class CleanedAudience {
  private readonly columns: AudienceColumns;
  private readonly orders: { [K in RowKind]: Uint32Array | null };

  constructor(columns: AudienceColumns) {
    this.columns = columns;
    this.orders = {
      contacts: orderOf(columns.contacts.line),
      duplicates: orderOf(columns.duplicates.line),
      invalid: null,
    };
  }

  breakdown(): AudienceBreakdown {
    return breakdownOf(this.columns);
  }

  /** Rows that are numbers only by a correction. */
  get corrected(): number {
    return this.columns.corrected;
  }

  size(kind: RowKind): number {
    return this.columns[kind].line.length;
  }

  /** At most `limit` rows of a list, from the `offset`-th on. */
  page<K extends RowKind>(kind: K, offset: number, limit: number): RowsByKind[K][] {
    const build: { [P in RowKind]: (index: number) => RowsByKind[P] } = {
      contacts: (index) => this.contact(index),
      duplicates: (index) => this.duplicate(index),
      invalid: (index) => this.invalid(index),
    };
    const rows: RowsByKind[K][] = [];
    const end = Math.min(this.size(kind), offset + limit);
    for (let at = Math.max(0, offset); at < end; at += 1) {
      rows.push(build[kind](this.orders[kind]?.[at] ?? at));
    }
    return rows;
  }

  /** The first `limit` invalid rows, of one reason or of all. */
  listInvalid(reason: InvalidReason | null, limit: number): InvalidRow[] {
    const { invalid } = this.columns;
    const wanted = reason === null ? null : REASON_ID[reason];
    const rows: InvalidRow[] = [];
    for (let index = 0; index < invalid.line.length && rows.length < limit; index += 1) {
      if (wanted === null || invalid.reason.at(index) === wanted) rows.push(this.invalid(index));
    }
    return rows;
  }

  private contact(index: number): ContactRow {
    const { contacts, keptCells, keptCount, texts, countries } = this.columns;
    const kept: string[] = [];
    for (let cell = index * keptCount; cell < (index + 1) * keptCount; cell += 1) {
      kept.push(texts.get(keptCells.at(cell)));
    }
    return {
      line: contacts.line.at(index),
      e164: this.e164(index),
      country: countries.at(contacts.country.at(index)) ?? "",
      type: NUMBER_TYPES[contacts.type.at(index)] ?? "unknown",
      kept,
    };
  }

  private duplicate(index: number): DuplicateRow {
    const { duplicates, contacts, texts } = this.columns;
    const contact = duplicates.contact.at(index);
    return {
      line: duplicates.line.at(index),
      cell: texts.get(duplicates.cell.at(index)),
      e164: this.e164(contact),
      keptLine: contacts.line.at(contact),
    };
  }

  private invalid(index: number): InvalidRow {
    const { invalid, texts, countries } = this.columns;
    const readAs = countries.at(invalid.readAs.at(index)) ?? "";
    return {
      line: invalid.line.at(index),
      cell: texts.get(invalid.cell.at(index)),
      reason: INVALID_REASONS[invalid.reason.at(index)] ?? "not_a_valid_number",
      readAs: isCountryCode(readAs) ? readAs : null,
    };
  }

  private e164(contact: number): string {
    return `+${this.columns.numbers.at(contact)}`;
  }
}

/** Null where rows came in the order of the file; keeping the last of several puts them out of it. */
function orderOf(lines: NumberColumn<Uint32Array<ArrayBuffer>>): Uint32Array | null {
  let sorted = true;
  for (let index = 1; sorted && index < lines.length; index += 1) {
    sorted = lines.at(index - 1) < lines.at(index);
  }
  if (sorted) return null;
  return Uint32Array.from({ length: lines.length }, (_, index) => index).sort(
    (a, b) => lines.at(a) - lines.at(b),
  );
}
