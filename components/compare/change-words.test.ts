import { describe, expect, it } from "vitest";
import { reachOf } from "@/components/runs/reach";
import type { OutcomeCounts } from "@/lib/api/runs";
import { changeWords } from "./change-words";

const none = { pending: 0, rcs: 0, not_rcs: 0, no_answer: 0, failed: 0, rejected: 0 };
const apart = {
  reachableInBoth: 0,
  notReachableInBoth: 0,
  becameReachable: 0,
  stoppedReachable: 0,
  unanswered: 0,
  onlyBefore: 0,
  onlyAfter: 0,
};
const of = (counts: Partial<OutcomeCounts>) =>
  reachOf({ status: "done", outcomes: { ...none, ...counts } });
const before = of({ rcs: 60, not_rcs: 40 });

describe("what changed between two runs", () => {
  it.each([
    [
      { rcs: 70, not_rcs: 30 },
      { becameReachable: 10, notReachableInBoth: 30 },
      "rose by 10.0 percentage points",
    ],
    [
      { rcs: 55, not_rcs: 45 },
      { reachableInBoth: 55, stoppedReachable: 5 },
      "fell by 5.0 percentage points",
    ],
    [{ rcs: 60, not_rcs: 40 }, {}, "is the same in both"],
  ])("%j is told in a sentence", (counts, shared, change) => {
    const contacts = { ...apart, reachableInBoth: 60, notReachableInBoth: 40, ...shared };
    expect(changeWords(before, of(counts), contacts)).toBe(
      `Of the 100 numbers with an answer in both runs, the share that can receive RCS ${change}.`,
    );
  });

  it("is never that lookups failed, whoever they were of", () => {
    // All that failed were reachable before: the runs' own rates differ, those of the same numbers do not.
    const after = of({ rcs: 20, not_rcs: 40, failed: 40 });
    const contacts = { ...apart, reachableInBoth: 20, notReachableInBoth: 40, unanswered: 40 };
    expect(changeWords(before, after, contacts)).toBe(
      "Of the 60 numbers with an answer in both runs, the share that can receive RCS is the same in both. 40 numbers have an answer in only one of the runs.",
    );
  });

  it("is told of each audience by itself where they have no answer in common", () => {
    expect(changeWords(before, of({ rcs: 7, not_rcs: 3 }), apart)).toBe(
      "No number has an answer in both runs. Of the contacts with an answer in each, the share that can receive RCS rose by 10.0 percentage points.",
    );
  });

  it("is not known while one of them has no answer", () => {
    const after = of({ failed: 50 });
    expect(changeWords(before, after, apart)).toBe("One of the runs has no answers to compare.");
  });
});
