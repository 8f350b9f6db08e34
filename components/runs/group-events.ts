import type { CallView } from "@/lib/api/calls";
import { plural } from "@/lib/format";
import { noteWords } from "./call-words";

/** Something that happened in a run, in words: one call, or several in a row that came to the same. */
export interface RunEvent {
  key: string;
  /** When the latest of its calls was made, ISO 8601. */
  at: string;
  text: string;
  /** What was odd about the answers, a sentence each. */
  notes: string[];
  tone: "going" | "answered" | "failed";
}

type Group = [CallView, ...CallView[]];

const toneOf = ({ result }: CallView): RunEvent["tone"] =>
  result === null ? "going" : result === "ok" ? "answered" : "failed";

/**
 * Tells the latest calls of a run as events. All that are under way are the first one; those in a
 * row with the same end are one event, so that a fast run can be followed; an answer with something
 * odd about it stands for itself.
 *
 * @param calls newest first
 * @param most how many events
 */
export function groupEvents(calls: readonly CallView[], most: number): RunEvent[] {
  const groups: Group[] = [];
  const isGoing = (call: CallView) => toneOf(call) === "going";
  for (const call of [...calls.filter(isGoing), ...calls.filter((one) => !isGoing(one))]) {
    const group = groups.at(-1);
    if (group && belongTogether(group[0], call)) group.push(call);
    else if (groups.length === most) break;
    else groups.push([call]);
  }
  return groups.map(toEvent);
}

function belongTogether(one: CallView, other: CallView): boolean {
  return one.title === other.title && !one.notes && !other.notes;
}

function toEvent(calls: Group): RunEvent {
  const [latest] = calls;
  const numbers = plural(
    calls.reduce((sum, call) => sum + call.numbers, 0),
    "number",
  );
  const made = plural(calls.length, "call");
  const tone = toneOf(latest);
  const text = {
    going: `Kaleyra is being asked about ${numbers} in ${made}.`,
    answered: `Kaleyra answered ${made} about ${numbers}.`,
    failed: `${latest.title}: ${made} about ${numbers}.`,
  }[tone];
  // Those that are under way become others with each look: their place keeps its key.
  const key = tone === "going" ? "going" : latest.id;
  return { key, at: latest.startedAt, text, notes: noteWords(latest.notes), tone };
}
