import { OUTCOME_ORDER, OUTCOMES } from "@/components/ui/outcomes";
import type { RunView } from "@/lib/api/runs";

/** How to read the figures: what the words mean, and what they do not say. */
export function ReportMethod({ run }: { run: RunView }) {
  const words = OUTCOME_ORDER.filter(
    (outcome) => run.outcomes[outcome] > 0 || outcome === "rcs" || outcome === "not_rcs",
  );
  const hasOpen = words.some((outcome) => outcome === "no_answer" || outcome === "failed");
  return (
    <section className="break-inside-avoid text-sm">
      <h2 className="mb-1.5 font-semibold text-ink text-lg">How to read this</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5">
        {words.map((outcome) => (
          <div key={outcome} className="contents">
            <dt className="font-medium text-ink">{OUTCOMES[outcome].label}</dt>
            <dd className="text-soft">{OUTCOMES[outcome].meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-soft">
        Kaleyra was asked about each different number in the file. The share at the top is of all
        contacts; the RCS rates by carrier and country are of the contacts with an answer.{" "}
        {hasOpen &&
          "Contacts with “No answer” or “Failed” never count as “Not on RCS”: nothing is known about them, so the true share may be higher. "}
        Reachability changes as people change phones and networks: these answers hold for the time
        at which they were given.
        {run.ledger.ambiguous > 0 &&
          " The cost is the most that may be charged: some calls broke off, and may have been billed or not."}
      </p>
    </section>
  );
}
