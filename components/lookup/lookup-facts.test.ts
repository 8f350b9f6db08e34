import { describe, expect, it } from "vitest";
import type { LookupAnswer } from "@/lib/api/lookup";
import { lookupFacts } from "./lookup-facts";

const answer: LookupAnswer = {
  number: "+14155552671",
  country: "US",
  numberType: "fixed_line_or_mobile",
  outcome: "rcs",
  carrier: "Google",
  carrierStatus: "ACTIVE",
  failure: null,
  billing: "billed",
  checkedAt: "2026-11-21T09:07:00.000Z",
};

describe("the facts of a quick check", () => {
  it("names carrier, status, country and type", () => {
    expect(lookupFacts(answer, "United States").map((fact) => fact.value)).toEqual([
      "Google",
      "Active",
      "United States",
      "Landline or mobile",
    ]);
  });

  it("keeps a carrier that was not provided apart from an unknown one", () => {
    const statusOf = (carrierStatus: string | null) =>
      lookupFacts({ ...answer, carrierStatus }, "United States")[1]?.value;
    expect(statusOf(null)).toBe("Not provided");
    expect(statusOf("UNKNOWN")).toBe("Unknown");
  });

  it("says nothing of a carrier when Kaleyra gave no answer", () => {
    const failed = { ...answer, outcome: "failed" as const, carrier: null, carrierStatus: null };
    expect(lookupFacts(failed, "United States").map((fact) => fact.term)).toEqual([
      "Country",
      "Number type",
    ]);
  });
});
