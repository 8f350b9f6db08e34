import type { OutcomeCounts } from "@/lib/api/runs";
import { formatNumber, formatPercent, plural } from "@/lib/format";

/** What a run has found out so far, in contacts. */
export interface Reach {
  total: number;
  /** All but those that were not looked up yet. */
  checked: number;
  reachable: number;
  /** Looked up without an answer: they can be asked again. */
  unanswered: number;
}

export function reachOf(counts: OutcomeCounts): Reach {
  const { pending, rcs, not_rcs, no_answer, failed, rejected } = counts;
  const unanswered = no_answer + failed;
  const checked = rcs + not_rcs + unanswered + rejected;
  return { total: checked + pending, checked, reachable: rcs, unanswered };
}

/** What the share leaves open. */
export function unansweredNote({ unanswered }: Pick<Reach, "unanswered">): string {
  return `${plural(unanswered, "contact has", "contacts have")} no answer yet and may be reachable as well.`;
}

/** The result of a run in one sentence. The share is of all contacts that were looked up. */
export function tellReach({ total, checked, reachable }: Reach): string {
  if (total === 0) return "There is no contact in this run.";
  if (checked === 0) return `None of the ${plural(total, "contact")} has been looked up yet.`;
  const share = formatPercent(reachable, checked);
  if (checked === total) {
    return `${formatNumber(reachable)} of ${plural(total, "contact")}, ${share}, can receive RCS.`;
  }
  return `${formatNumber(reachable)} of the ${plural(checked, "contact")} looked up so far, ${share}, can receive RCS.`;
}
