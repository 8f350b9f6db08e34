import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { CountryCode } from "./country";
import { NO_COUNTRY } from "./country-name";
import { type JudgedNumber, LONGEST_E164, SHORTEST_E164 } from "./judged-number";
import type { NumberType } from "./number-type";

const E164 = new RegExp(`^\\+[1-9]\\d{${SHORTEST_E164 - 1},${LONGEST_E164 - 1}}$`);

/** Judges as `judge` does, by libphonenumber-js itself, which compiles its patterns for each number. */
export function judgeByLibrary(number: string, country?: CountryCode): JudgedNumber | undefined {
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
