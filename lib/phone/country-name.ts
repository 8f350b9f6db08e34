/** What stands in place of a country for numbers that belong to none, such as +800 (as libphonenumber has it). */
export const NO_COUNTRY = "001";

/** Made when it is first wanted: that takes 2 ms, which a page that opens has better use for. */
let english: Intl.DisplayNames | undefined;

/**
 * The English name of an ISO 3166-1 alpha-2 code; "International" for "001". Apart from the other
 * facts about countries, so that a page that only names them is not sent the numbering plans.
 */
export function countryName(country: string): string {
  if (country === NO_COUNTRY) return "International";
  english ??= new Intl.DisplayNames("en", { type: "region" });
  return english.of(country) ?? country;
}
