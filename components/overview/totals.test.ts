import { describe, expect, it } from "vitest";
import type { RunListItem } from "@/lib/api/runs";
import { totalsOf } from "./totals";

const run: RunListItem = {
  id: "01939f6e-0000-7000-8000-000000000001",
  accountId: "01939f6e-0000-7000-8000-000000000002",
  accountName: "Kaleyra sandbox",
  isSandbox: true,
  name: "Spring list",
  fileName: "spring.csv",
  status: "done",
  counts: { rows: 12, unique: 10, duplicates: 1, invalid: 1, blank: 0, erased: 0 },
  purgedAt: null,
  outcomes: { pending: 0, rcs: 6, not_rcs: 1, no_answer: 1, failed: 1, rejected: 1 },
  createdAt: "2026-11-21T09:00:00.000Z",
  startedAt: "2026-11-21T09:01:00.000Z",
  finishedAt: "2026-11-21T09:02:00.000Z",
};

describe("totalsOf", () => {
  it("sums the runs", () => {
    expect(totalsOf([run, run])).toEqual({
      runs: 2,
      contacts: 20,
      answered: 14,
      reachable: 12,
      hasSandbox: true,
    });
  });

  it("leaves drafts out: nothing was asked for them", () => {
    expect(totalsOf([run, { ...run, status: "draft" }])).toEqual(totalsOf([run]));
  });

  it("counts only what is known as answered: not what waits, failed or was rejected", () => {
    const outcomes = { ...run.outcomes, pending: 4, rcs: 2 };
    expect(totalsOf([{ ...run, status: "running", outcomes }])).toMatchObject({
      contacts: 10,
      answered: 3,
      reachable: 2,
    });
  });

  it("tells whether made-up answers are counted in", () => {
    const real = { ...run, isSandbox: false };
    expect(totalsOf([real]).hasSandbox).toBe(false);
    expect(totalsOf([real, run]).hasSandbox).toBe(true);
  });

  it("is zero for nothing", () => {
    expect(totalsOf([])).toEqual({
      runs: 0,
      contacts: 0,
      answered: 0,
      reachable: 0,
      hasSandbox: false,
    });
  });
});
