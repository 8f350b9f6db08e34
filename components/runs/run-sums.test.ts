import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactsSum, costSum, lookupsSum, type Term } from "./run-sums";

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
          const counts = { rows: unique, unique, duplicates: 0, invalid: 0, blank: 0 };
          expectToAddUp(contactsSum({ counts, outcomes }));
        },
      ),
    );
  });

  it("lookups: what may be billed is one for each answered contact and the excess", () => {
    fc.assert(
      fc.property(count, count, count, (billed, ambiguous, answered) => {
        const excess = Math.max(0, billed + ambiguous - answered);
        expectToAddUp(lookupsSum({ ledger: { calls: 1, billed, ambiguous, excess } }));
      }),
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
