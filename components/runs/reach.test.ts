import { describe, expect, it } from "vitest";
import type { OutcomeCounts } from "@/lib/api/runs";
import { reachOf, tellReach } from "./reach";

const none: OutcomeCounts = {
  pending: 0,
  rcs: 0,
  not_rcs: 0,
  no_answer: 0,
  failed: 0,
  rejected: 0,
};
const tell = (counts: Partial<OutcomeCounts>) => tellReach(reachOf({ ...none, ...counts }));

describe("reachOf", () => {
  it("counts every contact once, and those without an answer as checked", () => {
    const counts = { pending: 1, rcs: 2, not_rcs: 4, no_answer: 8, failed: 16, rejected: 32 };
    expect(reachOf(counts)).toEqual({ total: 63, checked: 62, reachable: 2, unanswered: 24 });
  });
});

describe("tellReach", () => {
  it("tells the share of all contacts when all were looked up", () => {
    expect(tell({ rcs: 3120, not_rcs: 1640, rejected: 4 })).toBe(
      "3,120 of 4,764 contacts, 65.5%, can receive RCS.",
    );
  });
  it("says that it speaks of a part only", () => {
    expect(tell({ rcs: 30, not_rcs: 10, pending: 60 })).toBe(
      "30 of the 40 contacts looked up so far, 75.0%, can receive RCS.",
    );
  });
  it("promises nothing before the first answer", () => {
    expect(tell({ pending: 42 })).toBe("None of the 42 contacts has been looked up yet.");
  });
  it("speaks of one contact as one", () => {
    expect(tell({ rcs: 1 })).toBe("1 of 1 contact, 100%, can receive RCS.");
  });
  it("has words for a run without contacts", () => {
    expect(tell({})).toBe("There is no contact in this run.");
  });
});
