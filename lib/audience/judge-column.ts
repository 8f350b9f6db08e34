import { type CountryCode, callingCode, isCountryCode } from "@/lib/phone/country";
import type { DialFault, DialString } from "@/lib/phone/dial-string";
import { formatNational } from "@/lib/phone/format-number";
import type { JudgedNumber } from "@/lib/phone/judged-number";
import { dialStringOf, normalise } from "@/lib/phone/normalise";
import type { NumberType } from "@/lib/phone/number-type";
import { possibleLengths } from "@/lib/phone/numbering-plan";
import { readNumber } from "@/lib/phone/read-number";

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

/** A cell that is asked about under one country after the other. */
type Cell = { text: string; dialled: DialString | DialFault };

const cellOf = (text: string): Cell => ({ text, dialled: dialStringOf(text) });

/** As `normalise`, but without finding out why a cell is no number, which takes much longer. */
function numberIn({ dialled }: Cell, country?: CountryCode): JudgedNumber | undefined {
  return dialled.ok ? readNumber(dialled, country) : undefined;
}

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
    .flatMap((cell) => numberIn(cellOf(cell)) ?? []);
  const national = withDigits.filter((cell) => !HAS_CALLING_CODE.test(cell)).map(cellOf);
  const telling = tellingCells(national);
  const ranking = rank(telling, candidates(international, region));
  const defaultCountry = choose(ranking, telling, region, international);
  const phones =
    international.length +
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
    ([cell, country]) => country && numberIn(cellOf(cell), country) !== undefined,
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
function tellingCells(national: Cell[]): Cell[] {
  const telling = national.filter(({ text }) => {
    const number = normalise(text);
    return !number.ok && number.reason === "no_country";
  });
  return telling.length > 0 ? telling : national;
}

function candidates(international: JudgedNumber[], region: CountryCode | null): CountryCode[] {
  const found = international.map(({ country }) => country).filter(isCountryCode);
  return [...new Set([...(region ? [region] : []), ...found, ...PLAUSIBLE])].slice(0, 24);
}

type Ranked = {
  country: CountryCode;
  /** Cells that are numbers of the country's calling code; those that any digits would be count half. */
  weight: number;
  /** Cells that are numbers of the country itself. */
  own: number;
};

function rank(national: Cell[], countries: CountryCode[]): Ranked[] {
  if (national.length === 0) return [];
  return countries
    .map((country) => rate(national, country))
    .sort((a, b) => b.weight - a.weight || b.own - a.own);
}

function rate(national: Cell[], country: CountryCode): Ranked {
  const home = `+${callingCode(country)}`;
  const isLoose = possibleLengths(country).length > LOOSE_PLAN_LENGTHS;
  const rated: Ranked = { country, weight: 0, own: 0 };
  for (const cell of national) {
    const number = numberIn(cell, country);
    if (!number?.e164.startsWith(home)) continue;
    const isLikely = !isLoose || isMobile(number.type) || STARTS_WITH_ZERO.test(cell.text);
    rated.weight += isLikely ? 1 : 0.5;
    if (number.country === country) rated.own += 1;
  }
  return rated;
}

/** Whether most cells are written as the country writes its numbers. */
function isStyleOf(country: CountryCode, national: Cell[]): boolean {
  const home = `+${callingCode(country)}`;
  const styled = national.filter((cell) => {
    const e164 = numberIn(cell, country)?.e164;
    return e164?.startsWith(home) && formatNational(e164) === cell.text.trim();
  });
  return styled.length > national.length / 2;
}

function choose(
  ranking: Ranked[],
  telling: Cell[],
  region: CountryCode | null,
  international: JudgedNumber[],
): CountryCode | null {
  const best = ranking[0];
  if (!best || best.weight < telling.length * SURE) return null;
  const rivals = ranking.filter(
    ({ country, weight }) =>
      weight > best.weight - telling.length * MARGIN &&
      callingCode(country) !== callingCode(best.country),
  );
  if (rivals.length === 0) return best.country;
  // The digits alone fit several countries: the list's other numbers decide, then how the numbers
  // are written, then the browser's language.
  const fitting = [best, ...rivals];
  const chosen =
    fitting.find(({ country }) => isMostOf(international, country)) ??
    fitting.find(({ country }) => isStyleOf(country, telling)) ??
    fitting.find(({ country }) => country === region);
  return chosen?.country ?? null;
}

function isMostOf(international: JudgedNumber[], country: CountryCode): boolean {
  const same = international.filter((number) => number.country === country).length;
  return same > international.length / 2;
}

/**
 * National numbers of a country. Plain digits that are some landline there are as likely an order
 * number: any eight digits are valid in Germany.
 */
function countPhones(national: Cell[], country: CountryCode | null): number {
  return national.filter((cell) => {
    const number = numberIn(cell, country ?? undefined);
    return number && (LOOKS_NATIONAL.test(cell.text) || isMobile(number.type));
  }).length;
}

function isMobile(type: NumberType): boolean {
  return type === "mobile" || type === "fixed_line_or_mobile";
}
