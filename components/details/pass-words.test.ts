import { describe, expect, it } from "vitest";
import type { DetailPassView } from "@/lib/api/details";
import { contactState, passResult, spentLine, statesLine } from "./pass-words";

const states = { wanted: 0, requesting: 0, requested: 0, ready: 0, no_answer: 0, failed: 0 };
const pass: DetailPassView = {
  id: "0d5c7f39-6f0c-4d56-8b5e-6a3f5d4c7b21",
  status: "done",
  reason: null,
  waiting: null,
  asked: 10,
  askedBefore: 2,
  pricePerDetail: 0.004,
  currency: "USD",
  estimated: 0.04,
  states: { ...states, ready: 12 },
  progress: { done: 12, total: 12 },
  ledger: { requests: 1, polls: 12, billed: 10, ambiguous: 0, cost: 0.04 },
  createdAt: "2026-11-21T09:00:00.000Z",
  finishedAt: "2026-11-21T09:01:00.000Z",
};

describe("the states of a pass", () => {
  it("are told as far as there are numbers in them, results first", () => {
    expect(statesLine({ ...states, wanted: 1200, requested: 3, ready: 7 })).toBe(
      "7 known · 3 asked, not ready yet · 1,200 not asked yet",
    );
  });
});

describe("the result of a pass", () => {
  it("is short when all is known", () => {
    expect(passResult(pass)).toBe("The details of 12 of 12 numbers are known.");
  });
  it("tells what is missing, and why", () => {
    const ended = {
      ...pass,
      states: { ...states, ready: 9, no_answer: 2, failed: 1 },
    };
    expect(passResult(ended)).toBe(
      "The details of 9 of 12 numbers are known. 2 got no answer, 1 failed.",
    );
  });
  it("tells of a cancelled pass what was asked for, since that can be fetched for free", () => {
    const ended: DetailPassView = {
      ...pass,
      status: "cancelled",
      states: { ...states, ready: 1, requested: 4, wanted: 7 },
    };
    expect(passResult(ended)).toBe(
      "Cancelled. The details of 1 of 12 numbers are known. 4 were asked for but not fetched, 7 were not asked for.",
    );
  });
});

describe("what a pass took", () => {
  it("keeps what is billed apart from what is free", () => {
    expect(spentLine(pass)).toBe("10 billed, $0.04. 1 request, 12 free fetches.");
  });
  it("says plainly what may have been billed", () => {
    const ledger = { requests: 2, polls: 1, billed: 10, ambiguous: 5, cost: 0.06 };
    expect(spentLine({ ...pass, ledger })).toBe(
      "10 billed, 5 possibly billed, $0.06 at most. 2 requests, 1 free fetch.",
    );
  });
  it("does not call free what only has no price", () => {
    expect(spentLine({ ...pass, pricePerDetail: 0 })).toContain("10 billed, no price set.");
  });
});

describe("the state of a contact", () => {
  it("keeps “not looked up” apart from “no answer”", () => {
    expect(contactState(null)).toBe("Not looked up");
    expect(contactState({ state: "no_answer", failure: null })).toBe("No answer");
  });
  it("tells why it failed", () => {
    expect(contactState({ state: "failed", failure: "broken_off" })).toBe(
      "Failed: The connection broke off",
    );
    expect(contactState({ state: "failed", failure: "not_found" })).toBe(
      "Failed: Kaleyra no longer knows this lookup",
    );
    expect(contactState({ state: "failed", failure: "something new" })).toBe("Failed");
  });
});
