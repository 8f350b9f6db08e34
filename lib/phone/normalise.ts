import type { CountryCode } from "./country";
import { type DialFault, type DialString, readDialString } from "./dial-string";
import type { InvalidReason } from "./invalid-reason";
import type { NumberType } from "./number-type";
import { plainText } from "./plain-text";
import { readNumber } from "./read-number";
import { refusalReason } from "./refusal-reason";
import { readSimpleDialString } from "./simple-dial-string";

export type NormaliseOptions = {
  /** Under which numbers without a calling code are read. */
  defaultCountry?: CountryCode | undefined;
};

export type Normalised =
  | {
      ok: true;
      /** ITU-T E.164, with a plus. */
      e164: string;
      /** ISO 3166-1 alpha-2, or "001" for numbers that belong to no country (+800, +883). */
      country: string;
      type: NumberType;
    }
  | { ok: false; reason: InvalidReason };

/**
 * Reads one cell as one phone number, in whatever spelling, or says why it is none. Judged by
 * libphonenumber's full metadata; digits are never filled in and a number is never picked out of
 * other text. A cell that `isBlank` is a `placeholder` here: ask that first.
 *
 * Never throws. E.164 comes back unchanged, so reading a result again gives the same result.
 */
export function normalise(cell: string, options: NormaliseOptions = {}): Normalised {
  const dialled = dialStringOf(cell);
  if (!dialled.ok) return dialled;
  const number = readNumber(dialled, options.defaultCountry);
  if (!number) return { ok: false, reason: refusalReason(dialled, options.defaultCountry) };
  return { ok: true, e164: number.e164, country: number.country, type: number.type };
}

/** What a cell asks to be dialled, or why it asks nothing. No country matters for that. */
export function dialStringOf(cell: string): DialString | DialFault {
  return readSimpleDialString(cell) ?? readDialString(plainText(cell));
}
