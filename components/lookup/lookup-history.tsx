import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { NOT_PROVIDED_WORDS } from "@/components/ui/not-provided";
import { OutcomeBadge } from "@/components/ui/outcome-badge";
import type { LookupAnswer } from "@/lib/api/lookup";

/** The checks of this visit. They are kept in this tab only. */
export function LookupHistory({ answers }: { answers: readonly LookupAnswer[] }) {
  if (answers.length === 0) return null;
  return (
    <Card
      title="Checked in this visit"
      description="Kept in this tab until you reload or close it."
      isFlush
    >
      <ul className="divide-y divide-line border-line border-t">
        {answers.map((answer) => (
          <li
            key={`${answer.number} ${answer.checkedAt}`}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-5 py-3 sm:grid-cols-[9rem_12rem_minmax(0,1fr)_auto]"
          >
            <span className="font-medium text-ink tabular-nums">{answer.number}</span>
            <span className="justify-self-end sm:justify-self-start">
              <OutcomeBadge outcome={answer.outcome} />
            </span>
            <span className="truncate text-muted">
              {answer.failure?.title ??
                answer.carrier ??
                `Carrier: ${NOT_PROVIDED_WORDS.toLowerCase()}`}
            </span>
            <Moment
              iso={answer.checkedAt}
              show="time"
              className="justify-self-end text-muted text-sm"
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
