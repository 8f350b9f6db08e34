import { INVALID_REASONS } from "@/lib/phone/invalid-reason";
import { NUMBER_TYPES, type NumberType } from "@/lib/phone/number-type";
import { bytes, integers, shorts } from "./number-column";
import { NumberSet } from "./number-set";
import { TextStore } from "./text-store";

/** Columns of equal length in place of an object a row: a million contacts take some 50 MB. */
export class AudienceColumns {
  rows = 0;
  blank = 0;
  /** Rows that are numbers only by a correction; they are among the others. */
  corrected = 0;
  readonly texts = new TextStore();
  /** The number of each contact; its ordinal is the row in `contacts`. */
  readonly numbers = new NumberSet();
  readonly contacts = {
    line: integers(),
    country: shorts(),
    type: bytes(),
    /** The phone cell as it was, only where a later row can take the contact's place. */
    cell: integers(),
  };
  /** `keptCount` cells a contact, one contact after the other. */
  readonly keptCells = integers();
  readonly duplicates = { line: integers(), cell: integers(), contact: integers() };
  readonly invalid = { line: integers(), cell: integers(), reason: bytes(), readAs: shorts() };
  readonly excludedByType = new Map<NumberType, number>();
  readonly countries = new Dictionary<string>();
  readonly keptCount: number;

  constructor(keptCount: number) {
    this.keptCount = keptCount;
  }
}

/** Numbers values in the order of their first use. */
export class Dictionary<T> {
  readonly values: T[] = [];
  private readonly ids = new Map<T, number>();

  idOf(value: T): number {
    const known = this.ids.get(value);
    if (known !== undefined) return known;
    this.ids.set(value, this.values.length);
    return this.values.push(value) - 1;
  }

  at(id: number): T | undefined {
    return this.values[id];
  }
}

export const TYPE_ID = idsOf(NUMBER_TYPES);
export const REASON_ID = idsOf(INVALID_REASONS);

function idsOf<T extends string>(values: readonly T[]): Record<T, number> {
  return Object.fromEntries(values.map((value, id) => [value, id])) as Record<T, number>;
}
