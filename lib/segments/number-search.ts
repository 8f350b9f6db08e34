import { getCountries } from "libphonenumber-js/max";
import { callingCode, isCountryCode } from "@/lib/phone/country";
import { plainText } from "@/lib/phone/plain-text";

/** What a search finds: numbers in E.164 that begin with one of `starts`, or end with `ends`. */
export interface NumberSearch {
  /** Each with its plus; sorted, and none begins with another. */
  starts: string[];
  /** At least `LAST_DIGITS` digits; null where what was typed can only be a beginning. */
  ends: string | null;
}

/** By so many digits, at least, the end of a number is found. */
export const LAST_DIGITS = 4;

/** What is dialled before a national number inside its country, where it is not 0 (ITU-T, annex to Operational Bulletin 994). */
const TRUNK_PREFIXES: Record<string, readonly string[]> = {
  "1": ["1"],
  "7": ["8"],
  "36": ["06"],
  "375": ["80", "8"],
  "993": ["8"],
};
const TRUNK_ZERO = /\(\s*0\s*\)/;
/** Calling codes of no country (ITU-T E.164, list of assigned codes): "001" in a contact. */
const GLOBAL_CODES = ["800", "808", "870", "878", "881", "882", "883", "888", "979"];

/**
 * Reads what was typed into the search. A plus, or 00, is followed by a calling code; other digits
 * are the beginning of a number with or without its calling code or trunk prefix, or its end.
 *
 * @returns null for text without a digit, which no number has
 */
export function readSearch(typed: string): NumberSearch | null {
  const text = plainText(typed);
  const digits = text.replace(/\D/g, "");
  if (digits === "") return null;
  const hasPlus = /^\D*\+/.test(text);
  const ends = !hasPlus && digits.length >= LAST_DIGITS ? digits : null;
  if (hasPlus || digits.startsWith("00")) {
    // `(0)` is dialled only inside the country (ITU-T E.123).
    const abroad = text.replace(TRUNK_ZERO, "").replace(/\D/g, "").replace(/^00/, "");
    return { starts: [`+${abroad}`], ends };
  }
  const starts = allCallingCodes().flatMap((code) => [
    `+${code}${digits}`,
    ...(TRUNK_PREFIXES[code] ?? ["0"])
      .filter((prefix) => digits.startsWith(prefix))
      .map((prefix) => `+${code}${digits.slice(prefix.length)}`),
  ]);
  return { starts: withoutNested([`+${digits}`, ...starts]), ends };
}

/**
 * Those beginnings that a number of one of these countries can have; one that is shorter than a
 * calling code becomes the codes that begin with it.
 */
export function startsWithin(starts: readonly string[], countries: Iterable<string>): string[] {
  const codes = [...new Set([...countries].flatMap(callingCodesOf))].map((code) => `+${code}`);
  const within = starts.flatMap((start) =>
    codes.flatMap((code) => {
      if (start.startsWith(code)) return start;
      return code.startsWith(start) ? code : [];
    }),
  );
  return withoutNested([...new Set(within)]);
}

const callingCodesOf = (country: string) =>
  isCountryCode(country) ? [callingCode(country)] : GLOBAL_CODES;

let codes: readonly string[] | undefined;

function allCallingCodes(): readonly string[] {
  codes ??= [...new Set([...getCountries().map(callingCode), ...GLOBAL_CODES])];
  return codes;
}

function withoutNested(starts: string[]): string[] {
  const kept: string[] = [];
  for (const start of starts.sort()) {
    const last = kept.at(-1);
    if (last === undefined || !start.startsWith(last)) kept.push(start);
  }
  return kept;
}
