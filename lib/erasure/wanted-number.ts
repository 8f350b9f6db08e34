import { readNumber } from "@/lib/lookups/read-number";
import { isCountryCode } from "@/lib/phone/country";
import { normalise } from "@/lib/phone/normalise";
import { plainText } from "@/lib/phone/plain-text";
import { numberPattern } from "./number-pattern";

/** A number that is to be found wherever it is stored. Personal: it goes into no log and no table. */
export interface WantedNumber {
  /** Null for digits that are no usable number: they can stand in invalid rows alone. */
  e164: string | null;
  /** Of cells that hold it, see `numberPattern`. */
  pattern: string;
}

const NUMBER_LENGTH = /^\d{7,15}$/;

/**
 * Reads a number that somebody wants to be erased. One that no numbering plan knows is looked for
 * by its digits.
 *
 * @throws AppError `number_invalid` for what has too few digits, or too many
 */
export function readWanted(typed: string, country: string | undefined): WantedNumber {
  const defaultCountry = country && isCountryCode(country) ? country : undefined;
  const read = normalise(typed, { defaultCountry });
  if (read.ok) {
    const { e164 } = read;
    return { e164, pattern: numberPattern(e164.slice(1), read.country) };
  }
  const digits = plainText(typed).replace(/[\s().+-]/g, "");
  // Says what is wrong, in the words of every other form.
  if (!NUMBER_LENGTH.test(digits)) readNumber(typed, country);
  return { e164: null, pattern: numberPattern(digits) };
}
