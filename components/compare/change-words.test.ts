import { describe, expect, it } from "vitest";
import { reachOf } from "@/components/runs/reach";
import { changeWords } from "./change-words";

const none = { pending: 0, rcs: 0, not_rcs: 0, no_answer: 0, failed: 0, rejected: 0 };
const before = reachOf({ ...none, rcs: 60, not_rcs: 40 });

describe("what changed between two runs", () => {
  it.each([
    [{ rcs: 70, not_rcs: 30 }, "rose by 10.0 percentage points."],
    [{ rcs: 30, not_rcs: 30 }, "fell by 10.0 percentage points."],
    [{ rcs: 6, not_rcs: 4 }, "is the same in both runs."],
  ])("%j is told in a sentence", (counts, end) => {
    expect(changeWords(before, reachOf({ ...none, ...counts }))).toBe(
      `The share of contacts that can receive RCS ${end}`,
    );
  });

  it("is never that lookups failed", () => {
    const after = reachOf({ ...none, rcs: 30, not_rcs: 20, failed: 45, no_answer: 5 });
    expect(changeWords(before, after)).toBe(
      "Of the contacts that got an answer, the share that can receive RCS is the same in both runs.",
    );
  });

  it("is not known while one of them has no answer", () => {
    const after = reachOf({ ...none, failed: 50 });
    expect(changeWords(before, after)).toBe("One of the runs has no answers to compare.");
  });
});
