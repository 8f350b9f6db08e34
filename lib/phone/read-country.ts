import { type CountryCode, callingCode, isCountryCode, listCountries } from "./country";
import { countryName } from "./country-name";
import { ALPHA3_TO_ALPHA2 } from "./iso-alpha3";

/** Languages whose country names are read beside English; CLDR's names, which every engine carries. */
const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl"];

/** Everyday names that CLDR does not have. */
const ALIASES: Record<string, CountryCode> = {
  usa: "US",
  "united states of america": "US",
  america: "US",
  uk: "GB",
  "great britain": "GB",
  britain: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  uae: "AE",
  emirates: "AE",
  holland: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  russia: "RU",
  "russian federation": "RU",
  korea: "KR",
  "republic of korea": "KR",
  "korea republic of": "KR",
  "viet nam": "VN",
  "hong kong": "HK",
  macau: "MO",
  macao: "MO",
  turkey: "TR",
  burma: "MM",
  myanmar: "MM",
  "ivory coast": "CI",
  swaziland: "SZ",
  macedonia: "MK",
  "cabo verde": "CV",
  congo: "CG",
  "democratic republic of the congo": "CD",
  drc: "CD",
  palestine: "PS",
  "republic of ireland": "IE",
  eire: "IE",
  ksa: "SA",
  "brunei darussalam": "BN",
  vatican: "VA",
  "iran islamic republic of": "IR",
  "syrian arab republic": "SY",
  "tanzania united republic of": "TZ",
  "bolivia plurinational state of": "BO",
  "venezuela bolivarian republic of": "VE",
  "moldova republic of": "MD",
  "lao pdr": "LA",
  "east timor": "TL",
};

const HAS_DIGIT = /\d/;

let names: Map<string, CountryCode> | undefined;
let byCallingCode: Map<string, CountryCode> | undefined;

/**
 * Reads a cell of a country column: ISO 3166-1 alpha-2 or alpha-3 in any case, a name (English and
 * six more languages), or a calling code (`44`, `+44`, `0044`). A calling code that several
 * countries share stands for the largest, whose numbering plan they share too.
 */
export function readCountry(cell: string): CountryCode | undefined {
  const text = cell.trim();
  if (text === "" || text.length > 60) return undefined;
  const upper = text.toUpperCase();
  if (isCountryCode(upper)) return upper;
  return ALPHA3_TO_ALPHA2.get(upper) ?? byName(text) ?? byCode(text);
}

function byName(text: string): CountryCode | undefined {
  if (HAS_DIGIT.test(text)) return undefined;
  names ??= collectNames();
  return names.get(nameKey(text));
}

function collectNames(): Map<string, CountryCode> {
  const found = new Map<string, CountryCode>();
  for (const language of LANGUAGES) {
    const localised = new Intl.DisplayNames(language, { type: "region" });
    for (const { code } of listCountries()) {
      const key = nameKey(localised.of(code) ?? countryName(code));
      if (!found.has(key)) found.set(key, code);
    }
  }
  for (const [alias, code] of Object.entries(ALIASES)) found.set(alias, code);
  return found;
}

/** Without case, accents, punctuation and the ways to write "and" and "saint". */
function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/\bst\b\.?/g, "saint")
    .replace(/['’.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");
}

function byCode(text: string): CountryCode | undefined {
  const digits = /^(?:\+|00)?(\d{1,4})$/.exec(text.replace(/[\s-]/g, ""))?.[1];
  if (!digits) return undefined;
  byCallingCode ??= mainCountries();
  return byCallingCode.get(digits);
}

/** The largest country of each shared calling code, by ITU's list of assigned codes. */
const MAIN_COUNTRIES: readonly CountryCode[] = [
  "US",
  "RU",
  "IT",
  "GB",
  "NO",
  "AU",
  "MA",
  "RE",
  "SH",
  "FI",
  "GP",
  "CW",
];

function mainCountries(): Map<string, CountryCode> {
  const found = new Map<string, CountryCode>();
  for (const { code, callingCode: digits } of listCountries()) found.set(digits, code);
  for (const country of MAIN_COUNTRIES) found.set(callingCode(country), country);
  return found;
}
