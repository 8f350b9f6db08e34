import type { Reach } from "@/components/runs/reach";
import { plural } from "@/lib/format";
import type { SharedContacts } from "@/lib/runs/compare-runs";
import { pointsBetween, type Share } from "./points";

const shareOf = ({ reachable, answered }: Reach): Share => ({ reachable, contacts: answered });

/**
 * How the share of reachable contacts changed between two runs, in a sentence or two. It is told of
 * the numbers that have an answer in both: neither a failed lookup nor another audience moves it.
 *
 * @param shared null when that is not known any more
 */
export function changeWords(before: Reach, after: Reach, shared: SharedContacts | null): string {
  if (shared === null) return tellApart(before, after, "");
  const { reachableInBoth, notReachableInBoth, becameReachable, stoppedReachable } = shared;
  const both = reachableInBoth + notReachableInBoth + becameReachable + stoppedReachable;
  if (both === 0) return tellApart(before, after, "No number has an answer in both runs. ");
  const change = changeOf(
    { reachable: reachableInBoth + stoppedReachable, contacts: both },
    { reachable: reachableInBoth + becameReachable, contacts: both },
  );
  const rest = before.answered + after.answered - 2 * both;
  const only =
    rest > 0
      ? ` ${plural(rest, "number has", "numbers have")} an answer in only one of the runs.`
      : "";
  return `Of the ${plural(both, "number")} with an answer in both runs, the share that can receive RCS ${change}.${only}`;
}

/** Of runs without a common answer, such as those of different audiences, after saying why. */
function tellApart(before: Reach, after: Reach, why: string): string {
  if (before.answered === 0 || after.answered === 0) {
    return "One of the runs has no answers to compare.";
  }
  const change = changeOf(shareOf(before), shareOf(after));
  return `${why}Of the contacts with an answer in each, the share that can receive RCS ${change}.`;
}

function changeOf(before: Share, after: Share): string {
  const points = pointsBetween(before, after) ?? "0";
  if (points === "0") return "is the same in both";
  const verb = points.includes("−") ? "fell" : "rose";
  return `${verb} by ${points.replace(/[+−]/, "")} percentage points`;
}
