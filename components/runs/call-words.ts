import type { CallNotes, CallView } from "@/lib/api/calls";
import { formatDuration, formatNumber, plural } from "@/lib/format";

const operations: Record<string, string> = {
  bulk_lookup: "Bulk lookup",
  bulk_capability: "Bulk lookup (older path)",
  single_lookup: "Single lookup",
  number_lookup: "Number details: request",
  number_lookup_details: "Number details: fetch",
};

/** What was called, in words. */
export function operationWords(operation: string): string {
  return operations[operation] ?? operation;
}

/** What an attempt may have cost: "238 billed", "250 possibly billed", "Free". */
export function billingWords({
  billing,
  billed,
  numbers,
  result,
}: Pick<CallView, "billing" | "billed" | "numbers" | "result">): string {
  if (result === null) return "Not known yet";
  if (billing === "free") return "Free";
  if (billing === "billed") return `${formatNumber(billed)} billed`;
  return `${formatNumber(numbers)} possibly billed`;
}

/** Of a call that was answered: the numbers that Kaleyra did not bill, because it called them invalid. */
export function unbilledWords({
  billing,
  billed,
  numbers,
}: Pick<CallView, "billing" | "billed" | "numbers">): string | null {
  return billing === "billed" && billed < numbers
    ? `${formatNumber(numbers - billed)} rejected, free`
    : null;
}

/** How long a call took: "240 ms", "2.1 s", "1 min 5 s"; "–" while it is under way. */
export function tookWords(milliseconds: number | null): string {
  if (milliseconds === null) return "–";
  if (milliseconds < 1000) return `${formatNumber(Math.max(0, milliseconds))} ms`;
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return formatDuration(milliseconds / 1000);
}

/** What was odd about an answer, a sentence each; none when nothing was. */
export function noteWords(notes: CallNotes | null): string[] {
  if (!notes) return [];
  const { missing, unasked, doubled, conflicting, unreadable, asText, countsDisagree } = notes;
  return [
    missing && `${plural(missing, "number")} missing from the answer: counted as “No answer”.`,
    unasked && `${plural(unasked, "number")} in the answer that nobody asked for: left out.`,
    doubled && `${plural(doubled, "number")} listed more than once: counted once.`,
    conflicting &&
      `${plural(conflicting, "number")} with answers that contradict each other: counted as “No answer”.`,
    unreadable &&
      `${plural(unreadable, "entry", "entries")} that can't be read: counted as “No answer”.`,
    asText && `${plural(asText, "answer")} came as text instead of yes or no: read all the same.`,
    // That they differ is no news where entries are missing or too many.
    countsDisagree &&
      !(missing || unasked || doubled) &&
      "Kaleyra's own totals do not match its list: the list was counted.",
  ].filter((line) => typeof line === "string");
}
