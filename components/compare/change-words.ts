import type { Reach } from "@/components/runs/reach";
import { pointsBetween, type Share } from "./points";

/** Of those that got an answer: what failed says nothing about the audience. */
const answered = ({ reachable, checked, unanswered }: Reach): Share => ({
  reachable,
  checked: checked - unanswered,
});

/** How the share of reachable contacts changed between two runs, in a sentence. */
export function changeWords(before: Reach, after: Reach): string {
  const points = pointsBetween(answered(before), answered(after));
  if (points === null) return "One of the runs has no answers to compare.";
  const subject =
    before.unanswered + after.unanswered > 0
      ? "Of the contacts that got an answer, the share that can receive RCS"
      : "The share of contacts that can receive RCS";
  if (points === "0") return `${subject} is the same in both runs.`;
  const verb = points.includes("−") ? "fell" : "rose";
  return `${subject} ${verb} by ${points.replace(/[+−]/, "")} percentage points.`;
}
