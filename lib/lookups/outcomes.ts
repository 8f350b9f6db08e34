import type { FailureKind } from "@/lib/kaleyra/failures";
import type { Verdict } from "@/lib/kaleyra/verdict";
import type { ContactOutcome } from "./save-outcomes";

const unknown = { carrier: null, carrierStatus: null, failure: null };

/** What Kaleyra's verdict on a number means for its contact. */
export function outcomeOf(line: number, verdict: Verdict): ContactOutcome {
  switch (verdict.outcome) {
    case "rcs":
    case "not_rcs": {
      const { outcome, carrier, carrierStatus } = verdict;
      return { line, outcome, carrier, carrierStatus, failure: null };
    }
    case "rejected":
      return { line, ...unknown, outcome: "rejected", failure: verdict.reason };
    case "no_answer":
      return { line, ...unknown, outcome: "no_answer" };
  }
}

/** What a call that failed for good means for a contact: never "not on RCS". */
export function failedOutcome(line: number, kind: FailureKind): ContactOutcome {
  const outcome = kind === "invalid_number" ? "rejected" : "failed";
  return { line, ...unknown, outcome, failure: kind };
}
