import { Card } from "@/components/ui/card";
import { ArrowRightIcon } from "@/components/ui/icons";
import { PlainTable } from "@/components/ui/plain-table";
import type { Preview, PreviewRow } from "@/lib/audience/protocol";
import { formatNumber } from "@/lib/format";
import { countryName } from "@/lib/phone/country-name";
import { explainReason, reasonTitle } from "@/lib/phone/explain-reason";
import { CountryShares } from "./country-shares";

const SHOWN = 8;

/** What becomes of some of the cells: the changed ones and the faulty ones first of all. */
export function PreviewTable({ preview, where }: { preview: Preview; where: string }) {
  return (
    <Card title="Before and after" description={`Samples. ${where} give ${summary(preview)}.`}>
      <CountryShares countries={preview.countries} />
      <PlainTable
        caption="Samples of cells before and after cleaning"
        rows={telling(preview.samples)}
        keyOf={(row) => row.line}
        isDense
        columns={[
          {
            id: "line",
            label: "Line",
            align: "end",
            className: "w-12 text-muted max-sm:hidden",
            cell: (row) => formatNumber(row.line),
          },
          {
            id: "before",
            label: "In the file",
            isRowHeader: true,
            className: "max-w-28 wrap-anywhere sm:max-w-52 sm:truncate",
            cell: (row) => row.before,
          },
          {
            id: "arrow",
            label: <span className="sr-only">becomes</span>,
            className: "w-6 pr-2!",
            cell: () => <ArrowRightIcon className="mt-0.5 size-4 text-muted" />,
          },
          { id: "after", label: "Becomes", cell: (row) => <After row={row} /> },
        ]}
      />
    </Card>
  );
}

/** The faulty cells first of all, then the others, as many as fit on a laptop beside the choices. */
function telling(samples: readonly PreviewRow[]): PreviewRow[] {
  const faulty = samples.filter((row) => !row.after);
  const others = samples.filter((row) => row.after);
  return [...faulty, ...others].slice(0, SHOWN).sort((a, b) => a.line - b.line);
}

function After({ row }: { row: PreviewRow }) {
  if (row.after) {
    return (
      <span className="flex flex-wrap gap-x-3">
        <span className="font-medium text-ink tabular-nums">{row.after.e164}</span>
        <span className="text-muted">{countryName(row.after.country)}</span>
      </span>
    );
  }
  if (!row.reason) return <span className="text-muted">Blank</span>;
  const detail = explainReason(row.reason, { cell: row.before, country: row.readAs });
  return (
    <>
      <span className="font-medium text-failed-ink">{reasonTitle(row.reason)}</span>
      <span className="block text-muted text-sm">{detail}</span>
    </>
  );
}

function summary({ counts }: Preview): string {
  const parts = [
    [counts.unique, "usable"],
    [counts.duplicates, "duplicate"],
    [counts.invalid, "invalid"],
    [counts.blank, "blank"],
  ] as const;
  return parts
    .filter(([count], index) => count > 0 || index === 0)
    .map(([count, word]) => `${formatNumber(count)} ${word}`)
    .join(", ");
}
