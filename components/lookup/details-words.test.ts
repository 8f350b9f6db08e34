import { describe, expect, it } from "vitest";
import type { DetailsAnswer } from "@/lib/api/lookup";
import { explainFailure } from "@/lib/runs/status-reason";
import { detailsBilling, detailsMessage } from "./details-words";

const answer: DetailsAnswer = {
  number: "+14155552671",
  state: "not_ready",
  details: null,
  lookupId: "abc:1",
  failure: null,
  billing: "billed",
  checkedAt: "2026-11-21T09:07:00.000Z",
};

describe("number details that are not there", () => {
  it("say that fetching them again is free, with or without a failure", () => {
    expect(detailsMessage(answer)?.detail).toContain("again is free");
    const broken = { ...answer, failure: explainFailure("broken_off") };
    expect(detailsMessage(broken)?.detail).toBe(
      "The last try to fetch them failed: the connection broke off. Fetching them again is free.",
    );
  });
  it("carry the words of the failure", () => {
    const failed = { ...answer, state: "failed", failure: explainFailure("unauthorised") } as const;
    expect(detailsMessage(failed)).toMatchObject({ title: "Kaleyra refused the key" });
  });
  it("are “no answer” when Kaleyra left the number out", () => {
    expect(detailsMessage({ ...answer, state: "no_answer" })?.title).toBe("No answer");
  });
});

describe("the bill of number details", () => {
  it("says plainly when nobody can tell", () => {
    expect(detailsBilling("ambiguous", false)).toContain("may still have been billed");
  });
  it("is nothing with the sandbox", () => {
    expect(detailsBilling("billed", true)).toContain("nothing was billed");
  });
});
