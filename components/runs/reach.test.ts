import { describe, expect, it } from "vitest";
import type { OutcomeCounts, RunStatusName } from "@/lib/api/runs";
import { reachOf, shareText, tellAnswered, tellReach } from "./reach";

const none: OutcomeCounts = {
  pending: 0,
  rcs: 0,
  not_rcs: 0,
  no_answer: 0,
  failed: 0,
  rejected: 0,
};
const of = (counts: Partial<OutcomeCounts>, status: RunStatusName = "done") =>
  reachOf({ status, outcomes: { ...none, ...counts } });
const tell = (...run: Parameters<typeof of>) => tellReach(of(...run));
const answered = (counts: Partial<OutcomeCounts>) => tellAnswered(of(counts));

describe("reachOf", () => {
  it("counts every contact once, and only what Kaleyra said of one as an answer", () => {
    const counts = { pending: 1, rcs: 2, not_rcs: 4, no_answer: 8, failed: 16, rejected: 32 };
    expect(of(counts, "running")).toEqual({
      total: 63,
      pending: 1,
      answered: 6,
      reachable: 2,
      isGoing: true,
    });
  });
});

describe("tellReach", () => {
  it("tells the share of the audience", () => {
    expect(tell({ rcs: 3120, not_rcs: 1640, rejected: 4 })).toBe(
      "3,120 of 4,764 contacts, 65.5%, can receive RCS.",
    );
  });
  it.each(["running", "paused"] as const)("says of a %s run that more may be found", (status) => {
    expect(tell({ rcs: 30, not_rcs: 10, pending: 60 }, status)).toBe(
      "30 of 100 contacts, 30.0%, can receive RCS so far.",
    );
  });
  it("says of a cancelled one that this was it", () => {
    expect(tell({ rcs: 30, not_rcs: 10, pending: 60 }, "cancelled")).toBe(
      "30 of 100 contacts, 30.0%, can receive RCS.",
    );
  });
  it("promises nothing before the first answer", () => {
    expect(tell({ pending: 42 })).toBe("None of the 42 contacts has been looked up yet.");
    expect(shareText(of({ pending: 42 }))).toBe("–");
  });
  it.each(["no_answer", "failed", "rejected"] as const)(
    "does not pass silence off as a rate (%s)",
    (outcome) => {
      expect(tell({ [outcome]: 300 })).toBe("None of the 300 contacts has an answer.");
      expect(tell({ [outcome]: 3, pending: 4 }, "running")).toBe(
        "None of the 7 contacts has an answer yet.",
      );
      expect(shareText(of({ [outcome]: 300 }))).toBe("–");
      expect(shareText(of({ [outcome]: 299, not_rcs: 1 }))).toBe("0%");
    },
  );
  it("speaks of one contact as one", () => {
    expect(tell({ rcs: 1 })).toBe("1 of 1 contact, 100%, can receive RCS.");
  });
  it("has words for a run without contacts", () => {
    expect(tell({})).toBe("There is no contact in this run.");
  });
});

describe("tellAnswered", () => {
  it.each(["pending", "no_answer", "failed", "rejected"] as const)(
    "tells the rate without the contacts that have no answer (%s)",
    (outcome) => {
      expect(answered({ rcs: 30, not_rcs: 10, [outcome]: 60 })).toBe(
        "Of the 40 with an answer: 75.0%.",
      );
    },
  );
  it("has nothing to add where all have an answer, or none has", () => {
    expect(answered({ rcs: 3, not_rcs: 1 })).toBeNull();
    expect(answered({ pending: 4 })).toBeNull();
    expect(answered({ failed: 7 })).toBeNull();
  });
});
