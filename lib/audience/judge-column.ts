import { type CountryCode, callingCode, isCountryCode } from "@/lib/phone/country";
import { type Normalised, normalise } from "@/lib/phone/normalise";

/** Countries tried beside those that the data and the browser suggest. */
const PLAUSIBLE: readonly CountryCode[] = [
  "US",
  "GB",
  "IN",
  "DE",
  "FR",
  "ES",
  "IT",
  "BR",
  "MX",
  "AU",
  "NL",
  "ZA",
];
const SAMPLE_CELLS = 200;
/** A default country must make this share of the national numbers valid… */
const SURE = 0.7;
/** …and so many more than the next one of another calling code. */
const MARGIN = 0.15;

const HAS_CALLING_CODE = /^\W*(?:\+|00)/;
const LOOKS_NATIONAL = /^\D*0|\d[\s().\-/]+\d/;

export type ColumnVerdict = {
  /** Share of the cells that are not blank and read as a phone number, 0 to 1. */
  phoneShare: number;
  /** The country whose numbers the national ones are; null when none stands out or none is needed. */
  defaultCountry: CountryCode | null;
};

/**
 * Judges whether cells (none blank) are phone numbers, and of which country those without a
 * calling code are. `region` is the country of the browser's language.
 */
export function judgeColumn(cells: readonly string[], region: CountryCode | null): ColumnVerdict {
  const sample = sampleOf(cells);
  const withDigits = sample.filter(
    (cell) => cell.length <= 60 && cell.replace(/\D/g, "").length >= 7,
  );
  if (withDigits.length < sample.length * 0.1) return { phoneShare: 0, defaultCountry: null };
  const international = withDigits.filter((cell) => HAS_CALLING_CODE.test(cell)).map(read);
  const national = withDigits.filter((cell) => !HAS_CALLING_CODE.test(cell));
  const ranking = rank(national, candidates(international, region));
  const defaultCountry = choose(ranking, national.length, region, international);
  const phones =
    international.filter(({ ok }) => ok).length +
    Math.max(
      countPhones(national, defaultCountry),
      countPhones(national, ranking[0]?.country ?? null),
    );
  return { phoneShare: sample.length === 0 ? 0 : phones / sample.length, defaultCountry };
}

/** Evenly spread, so that a list sorted by country shows more than its first one. */
function sampleOf(cells: readonly string[]): string[] {
  const step = Math.max(1, cells.length / SAMPLE_CELLS);
  const count = Math.min(cells.length, SAMPLE_CELLS);
  return Array.from({ length: count }, (_, index) => cells[Math.floor(index * step)] ?? "");
}

function read(cell: string): Normalised {
  return normalise(cell);
}

function candidates(international: Normalised[], region: CountryCode | null): CountryCode[] {
  const found = international.flatMap((number) =>
    number.ok && isCountryCode(number.country) ? [number.country] : [],
  );
  return [...new Set([...(region ? [region] : []), ...found, ...PLAUSIBLE])].slice(0, 24);
}

type Ranked = { country: CountryCode; valid: number; own: number };

/** How many of the cells are numbers of each country's calling code, and of the country itself. */
function rank(national: string[], countries: CountryCode[]): Ranked[] {
  if (national.length === 0) return [];
  return countries
    .map((country) => {
      const home = callingCode(country);
      let valid = 0;
      let own = 0;
      for (const cell of national) {
        const number = normalise(cell, { defaultCountry: country });
        if (!number.ok || !number.e164.startsWith(`+${home}`)) continue;
        valid += 1;
        if (number.country === country) own += 1;
      }
      return { country, valid, own };
    })
    .sort((a, b) => b.valid - a.valid || b.own - a.own);
}

function choose(
  ranking: Ranked[],
  cells: number,
  region: CountryCode | null,
  international: Normalised[],
): CountryCode | null {
  const best = ranking[0];
  if (!best || best.valid < cells * SURE) return null;
  const rivals = ranking.filter(
    ({ country, valid }) =>
      valid > best.valid - cells * MARGIN && callingCode(country) !== callingCode(best.country),
  );
  if (rivals.length === 0) return best.country;
  // The numbers alone fit several countries: others of the list decide, or the browser's language.
  const fitting = [best, ...rivals].map(({ country }) => country);
  return (
    fitting.find((country) => isMostOf(international, country)) ??
    (region && fitting.includes(region) ? region : null)
  );
}

function isMostOf(international: Normalised[], country: CountryCode): boolean {
  const same = international.filter((number) => number.ok && number.country === country).length;
  return same > international.length / 2;
}

/**
 * National numbers of a country, or of any for null. Plain digits that only a loose plan takes for
 * some landline (any eight digits are valid in Germany) are as likely an order number.
 */
function countPhones(national: string[], country: CountryCode | null): number {
  return national.filter((cell) => {
    const number = normalise(cell, { defaultCountry: country ?? undefined });
    if (!number.ok) return false;
    return (
      LOOKS_NATIONAL.test(cell) ||
      number.type === "mobile" ||
      number.type === "fixed_line_or_mobile"
    );
  }).length;
}
