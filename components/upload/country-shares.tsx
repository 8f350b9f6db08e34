import type { Preview } from "@/lib/audience/protocol";
import { formatNumber, plural } from "@/lib/format";
import { countryName } from "@/lib/phone/country-name";

const SHOWN = 6;

/** Where the numbers are from: the quickest way to see that the country is wrong. */
export function CountryShares({ countries }: Pick<Preview, "countries">) {
  const shown = countries.length > SHOWN ? countries.slice(0, SHOWN - 1) : countries;
  const rest = countries.slice(shown.length);
  return (
    <ul aria-label="Countries of the usable numbers" className="mb-4 flex flex-wrap gap-2">
      {shown.map(({ country, contacts }) => (
        <Share key={country} label={countryName(country)} count={contacts} />
      ))}
      {rest.length > 0 && (
        <Share
          label={plural(rest.length, "other country", "other countries")}
          count={rest.reduce((sum, one) => sum + one.contacts, 0)}
        />
      )}
    </ul>
  );
}

function Share({ label, count }: { label: string; count: number }) {
  return (
    <li className="rounded-sm bg-hover px-2 py-0.5 text-soft text-sm">
      {label} <span className="font-medium text-ink tabular-nums">{formatNumber(count)}</span>
    </li>
  );
}
