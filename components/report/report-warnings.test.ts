import { describe, expect, it } from "vitest";
import { reportWarnings } from "./report-warnings";

const counts = { rows: 10, unique: 10, duplicates: 0, invalid: 0, blank: 0, erased: 0 };
const outcomes = { pending: 4, rcs: 6, not_rcs: 0, no_answer: 0, failed: 0, rejected: 0 };
const told = (status: Parameters<typeof reportWarnings>[0]["status"], isSandbox = false) =>
  reportWarnings({ status, counts, outcomes, isSandbox }).join(" ");

describe("reportWarnings", () => {
  it("says nothing of a real run that is done", () => {
    expect(told("done")).toBe("");
  });

  it.each(["queued", "running", "paused", "cancelled", "failed"] as const)(
    "says of a %s run how many contacts are open",
    (status) => {
      expect(told(status)).toContain("4 of 10 contacts");
    },
  );

  it("never hands on made-up answers unmarked", () => {
    expect(told("done", true)).toContain("made up");
  });
});
