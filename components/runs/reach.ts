import { isUnderWay } from "@/lib/api/run-status";
import type { RunListItem } from "@/lib/api/runs";
import { formatNumber, formatPercent, plural } from "@/lib/format";

/** What a run has found out so far, in contacts. */
export interface Reach {
  /** The audience. */
  total: number;
  /** Not looked up yet. */
  pending: number;
  /** Those of which it is known whether they are reachable. */
  answered: number;
  reachable: number;
  /** More may be found. */
  isGoing: boolean;
}

export function reachOf({ outcomes, status }: Pick<RunListItem, "outcomes" | "status">): Reach {
  const { pending, rcs, not_rcs, no_answer, failed, rejected } = outcomes;
  const answered = rcs + not_rcs;
  const total = answered + no_answer + failed + rejected + pending;
  return { total, pending, answered, reachable: rcs, isGoing: isUnderWay(status) };
}

/** The share of the audience that is reachable, the same figure wherever a run is shown; `–` before the first answer. */
export function shareText({ reachable, total, answered }: Reach): string {
  return answered === 0 ? "–" : formatPercent(reachable, total);
}

/** The result of a run in one sentence. The share is of the whole audience. */
export function tellReach(reach: Reach): string {
  const { total, pending, answered, reachable, isGoing } = reach;
  if (total === 0) return "There is no contact in this run.";
  if (pending === total) return `None of the ${plural(total, "contact")} has been looked up yet.`;
  // A failed lookup says nothing of its number: that is no 0%.
  if (answered === 0) {
    return `None of the ${plural(total, "contact")} has an answer${isGoing ? " yet" : ""}.`;
  }
  const end = isGoing ? " so far." : ".";
  return `${formatNumber(reachable)} of ${plural(total, "contact")}, ${shareText(reach)}, can receive RCS${end}`;
}

/** The share without the contacts of which nothing is known; null where there are none of them. */
export function tellAnswered({ total, answered, reachable }: Reach): string | null {
  if (answered === total || answered === 0) return null;
  return `Of the ${formatNumber(answered)} with an answer: ${formatPercent(reachable, answered)}.`;
}
