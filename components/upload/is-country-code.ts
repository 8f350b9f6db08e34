import type { CountryOption } from "@/components/ui/country-field";
import type { CountryCode } from "@/lib/phone/country";

/** Whether a code is one of the list that the server gave, which holds nothing but country codes. */
export function isCountryCode(
  code: string,
  countries: readonly CountryOption[],
): code is CountryCode {
  return countries.some((country) => country.code === code);
}
