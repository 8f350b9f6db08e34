import { Card } from "@/components/ui/card";
import type { Preview } from "@/lib/audience/protocol";
import { formatNumber, formatPercent, plural } from "@/lib/format";
import { countryName } from "@/lib/phone/country";

const SHOWN = 6;

/** Where the numbers are from: the quickest way to see that the country is wrong. */
export function CountryShares({ preview, where }: { preview: Preview; where: string }) {
  const { countries, counts } = preview;
  const shown = countries.length > SHOWN ? countries.slice(0, SHOWN - 1) : countries;
  const rest = countries.slice(shown.length);
  const others = rest.reduce((sum, one) => sum + one.contacts, 0);
  return (
    <Card title="Countries" description={where}>
      {countries.length === 0 ? (
        <p className="text-muted">No usable number yet.</p>
      ) : (
        <dl className="flex flex-col gap-3">
          {shown.map(({ country, contacts }) => (
            <Share
              key={country}
              label={countryName(country)}
              count={contacts}
              total={counts.unique}
            />
          ))}
          {rest.length > 0 && (
            <Share
              label={plural(rest.length, "other country", "other countries")}
              count={others}
              total={counts.unique}
            />
          )}
        </dl>
      )}
    </Card>
  );
}

function Share({ label, count, total }: { label: string; count: number; total: number }) {
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <dt className="truncate text-ink">{label}</dt>
        <dd className="shrink-0 text-soft tabular-nums">
          {formatNumber(count)}{" "}
          <span className="text-muted text-sm">{formatPercent(count, total)}</span>
        </dd>
      </div>
      <div className="mt-1 h-1.5 overflow-hidden rounded-full bg-pressed" aria-hidden="true">
        <div
          className="h-full rounded-full bg-soft"
          style={{ width: `${total > 0 ? (count / total) * 100 : 0}%` }}
        />
      </div>
    </div>
  );
}
