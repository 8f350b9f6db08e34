import { callingCode, isCountryCode } from "@/lib/phone/country";

/** The digits 0 to 9 of the scripts in which people write numbers, by script. */
const SCRIPTS = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"];
/** What stands between two digits of one number at most: a space, brackets, a dash. */
const BETWEEN = "[^0-9]{0,3}";
/** Fewer digits than this are found in other numbers too: then the calling code must be there. */
const TELLING = 7;

/**
 * A regular expression, for PostgreSQL and JavaScript alike, of cells in which a number stands, in
 * whatever spelling: with or without its calling code, with separators, in digits of other scripts.
 *
 * @param country of the number, as `normalise` gives it; undefined where only its digits are known
 */
export function numberPattern(digits: string, country?: string): string {
  const code = country && isCountryCode(country) ? callingCode(country) : "";
  const national = digits.startsWith(code) ? digits.slice(code.length) : digits;
  const telling = national.length >= TELLING ? national : digits;
  return [...telling].map(anyScript).join(BETWEEN);
}

const anyScript = (digit: string) =>
  `[${SCRIPTS.map((script) => script.charAt(Number(digit))).join("")}]`;
