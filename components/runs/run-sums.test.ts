import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactsSum, costSum, lookupsSum, notLookedUp, type Term } from "./run-sums";

const count = fc.nat({ max: 2_000_000 });

function expectToAddUp([whole, ...parts]: Term[]) {
  expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(whole?.value);
}

describe("sums of a run", () => {
  it("contacts: whatever the outcomes, the terms that are shown add up", () => {
    const outcome = fc.oneof(fc.constant(0), count);
    fc.assert(
      fc.property(
        fc.record({
          pending: outcome,
          rcs: outcome,
          not_rcs: outcome,
          no_answer: outcome,
          failed: outcome,
          rejected: outcome,
        }),
        (outcomes) => {
          const unique = Object.values(outcomes).reduce((sum, value) => sum + value, 0);
          const counts = { rows: unique, unique, duplicates: 0, invalid: 0, blank: 0, erased: 0 };
          expectToAddUp(contactsSum({ counts, outcomes }));
        },
      ),
    );
  });

  it("lookups: what may be billed is one for each contact looked up and the excess", () => {
    fc.assert(
      fc.property(count, count, count, (billed, ambiguous, lookedUp) => {
        const excess = Math.max(0, billed + ambiguous - lookedUp);
        expectToAddUp(lookupsSum({ ledger: { calls: 1, billed, ambiguous, excess } }));
      }),
    );
  });

  it("planned lookups that were not made are told by their reason; no answer is not among them", () => {
    const none = { pending: 0, rcs: 5, not_rcs: 0, no_answer: 3, failed: 0, rejected: 0 };
    expect(notLookedUp({ outcomes: none })).toBeNull();
    expect(notLookedUp({ outcomes: { ...none, rejected: 10, failed: 1429, pending: 2 } })).toBe(
      "Planned, but not looked up: 10 rejected by Kaleyra as invalid, which is free; 1,429 failed; 2 not checked.",
    );
  });

  it("cost: lookups times price, and nothing where there is no price or no bill", () => {
    const ledger = { calls: 12, billed: 1_000, ambiguous: 20, excess: 20 };
    const cost = { pricePerLookup: 0.004, currency: "USD", estimated: 4, soFar: 4.08 };
    expect(costSum({ isSandbox: false, ledger, cost })).toBe("1,020 lookups × $0.004 = $4.08");
    expect(costSum({ isSandbox: true, ledger, cost })).toBeNull();
    expect(costSum({ isSandbox: false, ledger, cost: { ...cost, pricePerLookup: 0 } })).toBeNull();
  });
});
