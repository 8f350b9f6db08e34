import { countryName } from "@/lib/phone/country-name";

/** The English name of a country code. */
export function CountryName({ code }: { code: string }) {
  // The names come from the machine's own list, and the server's may be older than the browser's.
  return <span suppressHydrationWarning>{countryName(code)}</span>;
}
