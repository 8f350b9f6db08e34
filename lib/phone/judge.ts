import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { CountryCode } from "./country";
import { NO_COUNTRY } from "./country-name";
import type { NumberType } from "./number-type";

/** A number in use, as far as its country's numbering plan tells. */
export type JudgedNumber = {
  /** ITU-T E.164 with a plus, at most 15 digits. */
  e164: string;
  /** ISO 3166-1 alpha-2, or "001" for numbers that belong to no country. */
  country: string;
  type: NumberType;
  /** Digits after the calling code, without a trunk prefix. */
  national: string;
};

/** E.164 ends at 15 digits, and Kaleyra takes no fewer than 7; libphonenumber knows some beyond both. */
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Judges digits, with or without a leading plus, by libphonenumber's full metadata. Without a plus
 * they are read as dialled within `country`.
 */
export function judge(number: string, country?: CountryCode): JudgedNumber | undefined {
  const parsed = parsePhoneNumberFromString(number, { defaultCountry: country, extract: false });
  if (!parsed || !E164.test(parsed.number)) return undefined;
  const type = parsed.getType();
  // With the full metadata a number is valid exactly when its type is known: no second look is needed.
  if (!type) return undefined;
  return {
    e164: parsed.number,
    // A valid number without a country is non-geographic, such as +800 or +883.
    country: parsed.country ?? NO_COUNTRY,
    type: type.toLowerCase() as NumberType,
    national: parsed.nationalNumber,
  };
}
