import { validatePhoneNumberLength } from "libphonenumber-js/max";
import type { CountryCode } from "./country";
import { type DialString, readDialString } from "./dial-string";
import type { InvalidReason } from "./invalid-reason";
import type { Judge } from "./judged-number";
import { readNumber } from "./read-number";

const MAX_E164_DIGITS = 15;

/** Why a dial string that `readNumber` could not read is no number, as closely as can be told. */
export function refusalReason(
  dialled: DialString,
  country?: CountryCode,
  judge?: Judge,
): InvalidReason {
  const { digits, international, text } = dialled;
  if (digits.length > 13 && digits.length < 33 && isTwoNumbers(text, country, judge)) {
    return "several_numbers";
  }
  if (international || digits.startsWith("00")) return lengthFault(`+${digits.replace(/^00/, "")}`);
  if (digits.length < 3) return "too_short";
  if (digits.length < 7) return "short_code";
  if (country) return lengthFault(digits, country);
  return digits.length > MAX_E164_DIGITS ? "too_long" : "no_country";
}

function lengthFault(number: string, country?: CountryCode): InvalidReason {
  switch (validatePhoneNumberLength(number, country)) {
    case "INVALID_COUNTRY":
      return "unknown_calling_code";
    case "TOO_LONG":
      return "too_long";
    case "TOO_SHORT":
    case "NOT_A_NUMBER":
    // Between two lengths that exist, such as 8 digits in Britain.
    case "INVALID_LENGTH":
      return "too_short";
    default:
      return number.replace("+", "").length > MAX_E164_DIGITS ? "too_long" : "not_a_valid_number";
  }
}

/** Two numbers with nothing but a space between them: `(415) 555-2671 (415) 555-2672`. */
function isTwoNumbers(text: string, country?: CountryCode, judge?: Judge): boolean {
  for (const gap of text.matchAll(/\s+/g)) {
    const halves = [text.slice(0, gap.index), text.slice(gap.index)];
    if (halves.every((half) => isNumber(half, country, judge))) return true;
  }
  return false;
}

function isNumber(text: string, country?: CountryCode, judge?: Judge): boolean {
  const dialled = readDialString(text.replace(/^[\s/-]+|[\s/-]+$/g, ""));
  return (
    dialled.ok && dialled.digits.length >= 7 && readNumber(dialled, country, judge) !== undefined
  );
}
