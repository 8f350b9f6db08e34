import { describe, expect, it } from "vitest";
import { costFigure, costSentence, retryCostSentence } from "./cost-words";

const run = {
  isSandbox: false,
  accountName: "Acme",
  cost: { pricePerLookup: 0.004, currency: "USD", estimated: 4, soFar: 4.08 },
  ledger: { calls: 12, billed: 1_000, ambiguous: 20, excess: 20 },
};
const unpriced = { ...run, cost: { ...run.cost, pricePerLookup: 0 } };

describe("what a run costs", () => {
  it("is at most what may have been billed, and exact when no call broke off", () => {
    expect(costFigure(run)).toMatchObject({ label: "Cost, at most", value: "$4.08" });
    const whole = { ...run, ledger: { ...run.ledger, ambiguous: 0 } };
    expect(costFigure(whole)).toMatchObject({ label: "Cost" });
  });

  it("is nothing in the sandbox, whatever price its account has", () => {
    const { value, note } = costFigure({ ...run, isSandbox: true });
    expect([value, note]).toEqual(["$0.00", expect.stringContaining("sandbox")]);
    expect(costSentence({ ...run, isSandbox: true }, 12)).toMatch(/bills nothing/);
  });

  it("is unknown without a price, but may be billed all the same", () => {
    expect(costFigure(unpriced)).toMatchObject({ value: "–" });
    expect(costSentence(unpriced, 12)).toMatch(/may be billed by Kaleyra to “Acme”/);
  });

  it("is told of a retry before it is asked for", () => {
    const outcomes = { pending: 0, rcs: 1, not_rcs: 1, no_answer: 2, failed: 10, rejected: 0 };
    expect(retryCostSentence({ ...run, outcomes })).toBe(
      "Retrying makes 12 lookups. The estimated cost is $0.048, billed by Kaleyra to “Acme”.",
    );
    expect(retryCostSentence({ ...run, outcomes, isSandbox: true })).toContain("free");
  });

  it("is estimated before it is spent", () => {
    expect(costSentence(run, 12)).toBe(
      "The estimated cost is $0.048, billed by Kaleyra to “Acme”.",
    );
  });
});
