import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Facts about one thing, term beside value. */
export function DescriptionList({ facts }: { facts: Fact[] }) {
  return (
    <dl className="divide-y divide-line">
      {facts.map(({ term, value }) => (
        <div key={term} className="flex items-baseline justify-between gap-6 py-2.5">
          <dt className="shrink-0 text-muted">{term}</dt>
          <dd className="min-w-0 break-words text-right font-medium text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
