import { Metadata } from "libphonenumber-js/max";
import { type CountryCode, callingCode } from "./country";

const lengths = new Map<CountryCode, readonly number[]>();

/** The lengths, in digits, that national numbers of a country can have, from the shortest up. */
export function possibleLengths(country: CountryCode): readonly number[] {
  const known = lengths.get(country);
  if (known) return known;
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const found = metadata.numberingPlan?.possibleLengths() ?? [];
  lengths.set(country, found);
  return found;
}

/**
 * Whether every number of a country has exactly this many digits, as all those under +1 have ten.
 * A closed plan: ITU-T E.164 supplement 2.
 */
export function isClosedPlanLength(country: CountryCode, digits: number): boolean {
  if (callingCode(country) === "1") return digits === 10;
  const possible = possibleLengths(country);
  return possible.length === 1 && possible[0] === digits;
}
