import type { FailureKind } from "@/lib/kaleyra/failures";
import type { Verdict } from "@/lib/kaleyra/verdict";
import type { ContactOutcome } from "./contact-outcome";

type Contact = Pick<ContactOutcome, "line" | "country">;

const unknown = { carrier: null, carrierStatus: null, failure: null };

/** What Kaleyra's verdict on a number means for its contact. */
export function outcomeOf({ line, country }: Contact, verdict: Verdict): ContactOutcome {
  switch (verdict.outcome) {
    case "rcs":
    case "not_rcs": {
      const { outcome, carrier, carrierStatus } = verdict;
      return { line, country, outcome, carrier, carrierStatus, failure: null };
    }
    case "rejected":
      return { line, country, ...unknown, outcome: "rejected", failure: verdict.reason };
    case "no_answer":
      return { line, country, ...unknown, outcome: "no_answer" };
  }
}

/** What a call that failed for good means for a contact: never "not on RCS". */
export function failedOutcome({ line, country }: Contact, kind: FailureKind): ContactOutcome {
  const outcome = kind === "invalid_number" ? "rejected" : "failed";
  return { line, country, ...unknown, outcome, failure: kind };
}
