import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";
import { OUTCOMES } from "@/components/ui/outcomes";
import type { LookupAnswer } from "@/lib/api/lookup";
import { lookupFacts } from "./lookup-facts";

const planes: Record<string, string> = {
  rcs: "bg-reach-soft text-reach-ink",
  not_rcs: "bg-not-rcs-soft text-not-rcs-ink",
  no_answer: "bg-no-answer-soft text-no-answer-ink",
  failed: "bg-failed-soft text-failed-ink",
  rejected: "bg-rejected-soft text-rejected-ink",
};

const billing: Record<LookupAnswer["billing"], string> = {
  billed: "Kaleyra counts this as one lookup.",
  free: "Nothing was billed for this.",
  ambiguous: "The call broke off: it may still have been billed.",
};

export interface AnswerCardProps {
  answer: LookupAnswer;
  countryName: string;
  isSandbox: boolean;
}

/** What is known of one number, large. */
export function AnswerCard({ answer, countryName, isSandbox }: AnswerCardProps) {
  const { label, meaning, icon: Icon } = OUTCOMES[answer.outcome];
  return (
    <Card isFlush className="overflow-hidden">
      <div className={cx("flex items-center gap-4 px-5 py-5", planes[answer.outcome])}>
        <span className="grid size-12 shrink-0 place-items-center rounded-full bg-surface">
          <Icon className="size-6" />
        </span>
        <div className="min-w-0">
          <p className="font-semibold text-2xl">{label}</p>
          <p className="text-lg tabular-nums">{answer.number}</p>
        </div>
      </div>
      <div className="flex flex-col gap-3 px-5 pt-3 pb-4">
        {answer.failure ? (
          <div className="pt-1">
            <p className="font-semibold text-ink">{answer.failure.title}</p>
            <p className="text-soft">{answer.failure.detail}</p>
          </div>
        ) : (
          <p className="text-soft">{meaning}</p>
        )}
        <DescriptionList facts={lookupFacts(answer, countryName)} />
        <p className="text-muted text-sm">
          {isSandbox ? "Made up by the sandbox; nothing was billed." : billing[answer.billing]}{" "}
          Checked at <Moment iso={answer.checkedAt} show="time" />.
        </p>
      </div>
    </Card>
  );
}
