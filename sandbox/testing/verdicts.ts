import type { Verdict } from "@/lib/kaleyra/verdict";
import { answerFor } from "../answers";

/** The verdict that a number deserves. */
export function rightVerdict(number: string): Verdict {
  const { rcs, carrier, carrierStatus } = answerFor(number);
  return { number, outcome: rcs ? "rcs" : "not_rcs", carrier, carrierStatus };
}
