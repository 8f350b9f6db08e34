import { expect, it } from "vitest";
import { FAILURE_KINDS } from "@/lib/kaleyra/failures";
import { failedOutcome, outcomeOf } from "./outcomes";

const contact = { line: 2, country: "US" };

it("never takes a failed call for an answer", () => {
  for (const kind of FAILURE_KINDS) {
    const { outcome, failure } = failedOutcome(contact, kind);
    expect(outcome).toBe(kind === "invalid_number" ? "rejected" : "failed");
    expect(failure).toBe(kind);
  }
});

it("keeps what Kaleyra did not say apart from what it said", () => {
  const number = "+14155552671";
  expect(outcomeOf(contact, { number, outcome: "no_answer" })).toMatchObject({
    outcome: "no_answer",
  });
  expect(outcomeOf(contact, { number, outcome: "rejected", reason: "no" })).toMatchObject({
    outcome: "rejected",
    failure: "no",
  });
  const unknown = { number, outcome: "rcs", carrier: null, carrierStatus: "UNKNOWN" } as const;
  expect(outcomeOf(contact, unknown)).toMatchObject({ carrier: null, carrierStatus: "UNKNOWN" });
});
