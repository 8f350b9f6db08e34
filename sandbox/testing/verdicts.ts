import type { AnswerNotes, Verdict } from "@/lib/kaleyra/verdict";
import { answerFor } from "../answers";

/** The verdict that a number deserves. */
export function rightVerdict(number: string): Verdict {
  const { rcs, carrier, carrierStatus } = answerFor(number);
  return { number, outcome: rcs ? "rcs" : "not_rcs", carrier, carrierStatus };
}

/** The notes of an answer in which nothing is odd. */
export const NOTHING_ODD: AnswerNotes = {
  missing: 0,
  unasked: 0,
  doubled: 0,
  conflicting: 0,
  unreadable: 0,
  asText: 0,
  countsDisagree: false,
};
