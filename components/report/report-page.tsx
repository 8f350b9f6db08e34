import { Logo } from "@/components/frame/logo";
import { costFigure } from "@/components/runs/cost-words";
import { leftOut } from "@/components/runs/left-out";
import { OutcomeLegend } from "@/components/runs/outcome-legend";
import { reachOf, shareText, tellAnswered, tellReach } from "@/components/runs/reach";
import { carrierRows, countryRows } from "@/components/runs/reach-rows";
import { plannedNote } from "@/components/runs/run-sums";
import { Moment } from "@/components/ui/moment";
import { OutcomeBar } from "@/components/ui/outcome-bar";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { Stat } from "@/components/ui/stat";
import type { BreakdownView } from "@/lib/api/results";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural, secondsBetween } from "@/lib/format";
import { InvalidReasons, type InvalidReasonsProps } from "./invalid-reasons";
import { ReportMethod } from "./report-method";
import { ReportTable } from "./report-table";
import { reportWarnings } from "./report-warnings";

export interface ReportPageProps extends InvalidReasonsProps {
  run: RunView;
  cells: BreakdownView["cells"];
  /** When the figures were read. ISO 8601. */
  readAt: string;
}

/** A run on one or two sheets of paper, for whoever decides the budget. */
export function ReportPage({ run, cells, reasons, readAt }: ReportPageProps) {
  const { counts, ledger, outcomes } = run;
  const reach = reachOf(run);
  const warnings = reportWarnings(run);
  const note = leftOut(cells, "table");
  const cost = costFigure(run);
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          breadcrumbs={[
            { label: "Runs", href: "/runs" },
            { label: run.name, href: `/runs/${run.id}` },
          ]}
          title="Report"
          description="A summary to share. Totals only, no phone numbers."
          actions={<PrintButton />}
        />
      </div>
      <article
        aria-label={`Report of ${run.name}`}
        className="mx-auto flex max-w-3xl flex-col gap-6 rounded-lg border border-line bg-surface p-8 text-ink shadow-sm [print-color-adjust:exact] max-sm:p-5 print:max-w-none print:gap-4 print:rounded-none print:border-0 print:p-0 print:shadow-none"
      >
        <header>
          <div className="flex items-center justify-between gap-4 border-line border-b pb-3">
            <Logo />
            <p className="text-right text-muted text-sm">
              As of <Moment iso={readAt} />
            </p>
          </div>
          <h2 className="mt-4 break-words font-semibold text-2xl text-ink">{run.name}</h2>
          <p className="break-words text-muted text-sm">
            {run.fileName} · {run.accountName}
            {run.startedAt && (
              <>
                {" "}
                · looked up <Moment iso={run.startedAt} />
                {run.finishedAt && secondsBetween(run.startedAt, run.finishedAt) >= 60 && (
                  <>
                    {" "}
                    to <Moment iso={run.finishedAt} />
                  </>
                )}
              </>
            )}
          </p>
        </header>
        {warnings.length > 0 && (
          <div className="rounded-md border border-no-answer bg-no-answer-soft px-4 py-2.5 text-ink">
            {warnings.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
        <section className="flex break-inside-avoid flex-col gap-4">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
            <p className="font-semibold text-display text-reach-ink tabular-nums">
              {shareText(reach)}
            </p>
            <div className="min-w-0 flex-1 basis-64">
              <p className="text-lg">{tellReach(reach)}</p>
              <p className="text-muted empty:hidden">{tellAnswered(reach)}</p>
            </div>
          </div>
          <OutcomeBar counts={outcomes} size="lg" />
          <OutcomeLegend counts={outcomes} />
        </section>
        <dl className="grid break-inside-avoid grid-cols-3 gap-6 border-line border-y py-4 max-sm:grid-cols-1">
          <Stat
            label="Rows in the file"
            value={formatNumber(counts.rows)}
            note={`${formatNumber(counts.unique)} unique, ${plural(counts.duplicates, "duplicate")}, ${formatNumber(counts.invalid)} invalid, ${formatNumber(counts.blank)} blank${counts.erased > 0 ? `, ${formatNumber(counts.erased)} erased` : ""}`}
          />
          <Stat label="Lookups made" value={formatNumber(ledger.billed)} note={plannedNote(run)} />
          <Stat {...cost} />
        </dl>
        <ReportTable
          title="RCS rate by carrier"
          noun={["Carrier", "carriers"]}
          rows={carrierRows(cells)}
          order="rate"
          most={12}
          note={note}
        />
        <ReportTable
          title="RCS rate by country"
          noun={["Country", "countries"]}
          rows={countryRows(cells)}
          order="contacts"
          most={10}
          note={note}
        />
        <InvalidReasons reasons={reasons} />
        <ReportMethod run={run} />
      </article>
    </>
  );
}
