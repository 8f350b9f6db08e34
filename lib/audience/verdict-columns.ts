import { NUMBER_TYPES } from "@/lib/phone/number-type";
import { Dictionary, REASON_ID, TYPE_ID } from "./audience-columns";
import type { RowVerdict } from "./judge-row";
import { bytes, floats, shorts } from "./number-column";

const ZERO = "0".charCodeAt(0);
/** What stands in the place of a number where there is none. */
export const BLANK = 0;
export const INVALID = -1;
/** In the place of a type. */
export const NO_TYPE = NUMBER_TYPES.length;

/**
 * The verdicts on rows that follow each other, column by column: they pass from one worker to
 * another without being copied.
 */
export type VerdictColumns = {
  /** The digits of a contact's number; `BLANK` or `INVALID` in any other row. */
  number: Float64Array<ArrayBuffer>;
  /** A contact's country, or the one that an invalid cell was read under: a place in `countries`. */
  country: Uint16Array<ArrayBuffer>;
  /** "" for none. */
  countries: readonly string[];
  /** See `TYPE_ID`; of an invalid row the type that is left out, or `NO_TYPE`. */
  type: Uint8Array<ArrayBuffer>;
  /** See `REASON_ID`. */
  reason: Uint8Array<ArrayBuffer>;
};

/** Takes verdicts one by one. */
export class VerdictList {
  private readonly number = floats();
  private readonly country = shorts();
  private readonly countries = new Dictionary<string>();
  private readonly type = bytes();
  private readonly reason = bytes();

  add(verdict: RowVerdict): void {
    switch (verdict.kind) {
      case "contact":
        this.push(digitsOf(verdict.e164), verdict.country, TYPE_ID[verdict.type], 0);
        break;
      case "invalid": {
        const type = verdict.type ? TYPE_ID[verdict.type] : NO_TYPE;
        this.push(INVALID, verdict.readAs ?? "", type, REASON_ID[verdict.reason]);
        break;
      }
      case "blank":
        this.push(BLANK, "", NO_TYPE, 0);
    }
  }

  columns(): VerdictColumns {
    return {
      number: this.number.toArray(),
      country: this.country.toArray(),
      countries: this.countries.values,
      type: this.type.toArray(),
      reason: this.reason.toArray(),
    };
  }

  private push(number: number, country: string, type: number, reason: number): void {
    this.number.push(number);
    this.country.push(this.countries.idOf(country));
    this.type.push(type);
    this.reason.push(reason);
  }
}

/** The digits of an E.164 number as a number, which is exact: they are no more than 15. */
export function digitsOf(e164: string): number {
  let number = 0;
  for (let at = 1; at < e164.length; at += 1) number = number * 10 + (e164.charCodeAt(at) - ZERO);
  return number;
}
