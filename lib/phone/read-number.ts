import type { CountryCode } from "./country";
import type { DialString } from "./dial-string";
import { judge as judgeNumber } from "./judge";
import type { Judge, JudgedNumber } from "./judged-number";
import { isClosedPlanLength, possibleLengths } from "./numbering-plan";

const TRUNK_ZERO = /\(\s*0\s*\)/;
/** Calling code and number of all but the tiniest countries; shorter ones are local numbers. */
const SHORTEST_WITH_CALLING_CODE = 9;
const LONGEST_SHORT_CODE = 6;

/**
 * Finds the valid number that a dial string means, or none: the national reading comes first, then
 * the prefix `00`, and only then a calling code without its plus. Another `judge` is for tests.
 */
export function readNumber(
  dialled: DialString,
  country?: CountryCode,
  judge: Judge = judgeNumber,
): JudgedNumber | undefined {
  const { digits } = dialled;
  // No calling code begins with 0, so `+00 44…` can only be a plus before an international prefix.
  if (dialled.international) return readInternational(dialled, digits.replace(/^00/, ""), judge);
  const national = country && judge(digits, country);
  if (national) return isShortCode(digits, national, country) ? undefined : national;
  if (digits.startsWith("00")) return readInternational(dialled, digits.slice(2), judge);
  return mayStartWithCallingCode(dialled, country)
    ? readInternational(dialled, digits, judge)
    : undefined;
}

function readInternational(
  dialled: DialString,
  digits: string,
  judge: Judge,
): JudgedNumber | undefined {
  const judged = judge(`+${digits}`);
  if (judged || !TRUNK_ZERO.test(dialled.text)) return judged;
  // `(0)` is dialled only inside the country (ITU-T E.123), also where the plan knows no such prefix.
  const abroad = dialled.text.replace(TRUNK_ZERO, "").replace(/\D/g, "").replace(/^00/, "");
  return judge(`+${abroad}`);
}

/**
 * Open plans (Germany, Finland, Austria…) call five-digit lines valid; in a list of contacts such a
 * cell is a short code. Where all numbers are short (Andorra, Greenland), it is a number.
 */
function isShortCode(digits: string, national: JudgedNumber, country: CountryCode): boolean {
  if (digits.length > LONGEST_SHORT_CODE || national.national.length > LONGEST_SHORT_CODE)
    return false;
  return (possibleLengths(country).at(-1) ?? 0) > 9;
}

/**
 * A wrong guess asks about a stranger's number, so it is only made where the digits can't be a
 * misspelt national number: a country whose numbers all have this length leaves no doubt, and a
 * slash or comma may join two numbers.
 */
function mayStartWithCallingCode({ digits, text }: DialString, country?: CountryCode): boolean {
  if (digits.length < SHORTEST_WITH_CALLING_CODE || digits.startsWith("0")) return false;
  if (/[/,;|]/.test(text)) return false;
  return !country || !isClosedPlanLength(country, digits.length);
}
