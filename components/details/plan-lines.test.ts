import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nothingToDo, planCost, planDeed, planLines } from "./plan-lines";

const selection = { contacts: 130, known: 4, underWay: 0, toFetch: 6, toAsk: 120 };
const cost = { pricePerDetail: 0.004, currency: "USD", estimated: 0.48 };

describe("what a lookup of details would do", () => {
  it("is told in parts that add up", () => {
    const count = fc.nat({ max: 1_000_000 });
    const parts = fc.record({ known: count, underWay: count, toFetch: count, toAsk: count });
    fc.assert(
      fc.property(parts, (given) => {
        const contacts = given.known + given.underWay + given.toFetch + given.toAsk;
        const lines = planLines({ ...given, contacts });
        return lines.reduce((sum, line) => sum + line.contacts, 0) === contacts;
      }),
    );
  });
  it("says what may be billed, even when it is none", () => {
    expect(planLines({ ...selection, toAsk: 0 })[0]).toMatchObject({
      contacts: 0,
      note: "each may be billed",
    });
  });
});

describe("its price", () => {
  it("is that of the numbers to be asked alone", () => {
    expect(planCost({ selection, cost }, false)).toBe("$0.48, that is 120 × $0.004");
  });
  it("is unknown rather than free without a price", () => {
    const unpriced = { selection, cost: { ...cost, pricePerDetail: 0 } };
    expect(planCost(unpriced, false)).toContain("No price");
    expect(planCost(unpriced, true)).toContain("sandbox");
  });
  it("is nothing when all that is left is to fetch", () => {
    expect(planCost({ selection: { ...selection, toAsk: 0 }, cost }, false)).toBe(
      "Nothing is billed",
    );
  });
});

describe("its button", () => {
  it("names the count that may be billed", () => {
    expect(planDeed(selection)).toBe("Look up 120 numbers");
    expect(planDeed({ ...selection, toAsk: 0 })).toBe("Fetch 6 numbers, free");
  });
  it("is not there when there is nothing to do, and the reason is", () => {
    const done = { contacts: 4, known: 4, underWay: 0, toFetch: 0, toAsk: 0 };
    expect(planDeed(done)).toBeNull();
    expect(nothingToDo(done)).toContain("known");
    expect(nothingToDo({ ...done, known: 1, underWay: 3 })).toContain("being looked up");
    expect(nothingToDo({ ...done, contacts: 0, known: 0 })).toContain("no contact");
  });
});
