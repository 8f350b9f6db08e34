import { z } from "zod";
import type { CallNote } from "@/lib/api/runs";
import type { AnswerNotes } from "@/lib/kaleyra/verdict";

type Counted = Exclude<keyof AnswerNotes, "countsDisagree">;

/** What each count of odd things in an answer means, for one of them and for several. */
const WORDS: Record<Counted, [one: string, several: string]> = {
  missing: ["number was not in the answer", "numbers were not in the answer"],
  unasked: ["entry was for a number nobody asked for", "entries were for numbers nobody asked for"],
  doubled: ["entry came once more than it should", "entries came once more than they should"],
  conflicting: [
    "number had contradicting entries and counts as no answer",
    "numbers had contradicting entries and count as no answer",
  ],
  unreadable: ["entry could not be read", "entries could not be read"],
};
const COUNTS_DISAGREE = "Kaleyra's own counts did not agree with its lists; the lists were used";

const count = z.int().min(0).catch(0);
const stored = z.object({
  missing: count,
  unasked: count,
  doubled: count,
  conflicting: count,
  unreadable: count,
  countsDisagree: z.boolean().catch(false),
});

/** What was odd about an answer, in words, from what the ledger keeps of it. It names no numbers. */
export function explainNotes(kept: unknown): CallNote[] {
  const parsed = stored.safeParse(kept);
  if (!parsed.success) return [];
  const { countsDisagree, ...counts } = parsed.data;
  const notes = Object.entries(WORDS).flatMap(([kind, [one, several]]): CallNote[] => {
    const count = counts[kind as Counted];
    const words = count === 1 ? one : several;
    return count > 0 ? [{ kind, count, title: `${count.toLocaleString("en")} ${words}` }] : [];
  });
  if (countsDisagree) notes.push({ kind: "countsDisagree", count: 1, title: COUNTS_DISAGREE });
  return notes;
}
