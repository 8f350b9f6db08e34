import { type CountryCode, callingCode, isCountryCode } from "@/lib/phone/country";
import { formatNational } from "@/lib/phone/format-number";
import { type Normalised, normalise } from "@/lib/phone/normalise";
import type { NumberType } from "@/lib/phone/number-type";
import { possibleLengths } from "@/lib/phone/numbering-plan";

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
const STARTS_WITH_ZERO = /^\D*0/;
/** A plan with more lengths than this takes nearly any digits for a landline. */
const LOOSE_PLAN_LENGTHS = 4;
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
  const international = withDigits
    .filter((cell) => HAS_CALLING_CODE.test(cell))
    .map((cell) => normalise(cell));
  const national = withDigits.filter((cell) => !HAS_CALLING_CODE.test(cell));
  const telling = tellingCells(national);
  const ranking = rank(telling, candidates(international, region));
  const defaultCountry = choose(ranking, telling.length, region, international);
  const phones =
    international.filter(({ ok }) => ok).length +
    Math.max(
      countPhones(national, defaultCountry),
      countPhones(national, ranking[0]?.country ?? null),
    );
  return { phoneShare: sample.length === 0 ? 0 : phones / sample.length, defaultCountry };
}

/** Share of rows (cell and its row's own country, if readable) that are numbers of that country. */
export function phoneShareByCountry(rows: readonly (readonly [string, CountryCode?])[]): number {
  const sample = sampleOf(rows);
  const phones = sample.filter(
    ([cell, country]) => country && normalise(cell, { defaultCountry: country }).ok,
  );
  return sample.length === 0 ? 0 : phones.length / sample.length;
}

/** Evenly spread, so that a list sorted by country shows more than its first one. */
function sampleOf<T>(items: readonly T[]): T[] {
  const step = Math.max(1, items.length / SAMPLE_CELLS);
  return items.filter((_, index) => Math.floor(index % step) === 0).slice(0, SAMPLE_CELLS);
}

/**
 * The cells that need a country. Those that name theirs (`9198…`) or are no number at all (a date)
 * say nothing of it, unless the list has no others.
 */
function tellingCells(national: string[]): string[] {
  const telling = national.filter((cell) => {
    const number = normalise(cell);
    return !number.ok && number.reason === "no_country";
  });
  return telling.length > 0 ? telling : national;
}

function candidates(international: Normalised[], region: CountryCode | null): CountryCode[] {
  const found = international.flatMap((number) =>
    number.ok && isCountryCode(number.country) ? [number.country] : [],
  );
  return [...new Set([...(region ? [region] : []), ...found, ...PLAUSIBLE])].slice(0, 24);
}

type Ranked = {
  country: CountryCode;
  /** Cells that are numbers of the country's calling code; those that any digits would be count half. */
  weight: number;
  /** Cells that are numbers of the country itself. */
  own: number;
  /** Cells written as the country writes its numbers. */
  styled: number;
};

function rank(national: string[], countries: CountryCode[]): Ranked[] {
  if (national.length === 0) return [];
  return countries
    .map((country) => rate(national, country))
    .sort((a, b) => b.weight - a.weight || b.own - a.own);
}

function rate(national: string[], country: CountryCode): Ranked {
  const home = `+${callingCode(country)}`;
  const isLoose = possibleLengths(country).length > LOOSE_PLAN_LENGTHS;
  const rated: Ranked = { country, weight: 0, own: 0, styled: 0 };
  for (const cell of national) {
    const number = normalise(cell, { defaultCountry: country });
    if (!number.ok || !number.e164.startsWith(home)) continue;
    rated.weight += isLoose && !isMobile(number.type) && !STARTS_WITH_ZERO.test(cell) ? 0.5 : 1;
    if (number.country === country) rated.own += 1;
    if (formatNational(number.e164) === cell.trim()) rated.styled += 1;
  }
  return rated;
}

function choose(
  ranking: Ranked[],
  cells: number,
  region: CountryCode | null,
  international: Normalised[],
): CountryCode | null {
  const best = ranking[0];
  if (!best || best.weight < cells * SURE) return null;
  const rivals = ranking.filter(
    ({ country, weight }) =>
      weight > best.weight - cells * MARGIN && callingCode(country) !== callingCode(best.country),
  );
  if (rivals.length === 0) return best.country;
  // The digits alone fit several countries: the list's other numbers decide, then how the numbers
  // are written, then the browser's language.
  const fitting = [best, ...rivals];
  const chosen =
    fitting.find(({ country }) => isMostOf(international, country)) ??
    fitting.find(({ styled }) => styled > cells / 2) ??
    fitting.find(({ country }) => country === region);
  return chosen?.country ?? null;
}

function isMostOf(international: Normalised[], country: CountryCode): boolean {
  const same = international.filter((number) => number.ok && number.country === country).length;
  return same > international.length / 2;
}

/**
 * National numbers of a country. Plain digits that are some landline there are as likely an order
 * number: any eight digits are valid in Germany.
 */
function countPhones(national: string[], country: CountryCode | null): number {
  return national.filter((cell) => {
    const number = normalise(cell, { defaultCountry: country ?? undefined });
    return number.ok && (LOOKS_NATIONAL.test(cell) || isMobile(number.type));
  }).length;
}

function isMobile(type: NumberType): boolean {
  return type === "mobile" || type === "fixed_line_or_mobile";
}
