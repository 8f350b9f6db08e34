import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
} from "libphonenumber-js/max";
import { countryName } from "./country-name";

export type { CountryCode };

/** Whether a text is the ISO 3166-1 alpha-2 code, in upper case, of a country with phone numbers. */
export function isCountryCode(text: string): text is CountryCode {
  return isSupportedCountry(text as CountryCode);
}

/** The ITU E.164 calling code without a plus: "44" for GB. */
export function callingCode(country: CountryCode): string {
  return getCountryCallingCode(country);
}

export type CountryChoice = { code: CountryCode; name: string; callingCode: string };

let choices: CountryChoice[] | undefined;

/** All countries with phone numbers, by English name, for a list to choose from. */
export function listCountries(): readonly CountryChoice[] {
  choices ??= getCountries()
    .map((code) => ({ code, name: countryName(code), callingCode: callingCode(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  return choices;
}
