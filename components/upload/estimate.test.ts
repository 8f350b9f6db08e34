import { describe, expect, it } from "vitest";
import { estimateOf } from "./estimate";

const account = { isSandbox: false, pricePerLookup: 0.004, currency: "USD" };

describe("estimateOf", () => {
  it("multiplies the price by the lookups", () => {
    expect(estimateOf(account, 4764)).toEqual({
      value: "$19.06",
      note: "at $0.004 per lookup",
      isUnknown: false,
    });
  });

  it.each([0, 0.004])("is free in the sandbox, whatever price it bears (%s)", (pricePerLookup) => {
    const estimate = estimateOf({ ...account, isSandbox: true, pricePerLookup }, 4764);
    expect(estimate).toMatchObject({ value: "Free", isUnknown: false });
  });

  it("is unknown, not nothing, for a real account without a price", () => {
    const estimate = estimateOf({ ...account, pricePerLookup: 0 }, 4764);
    expect(estimate).toMatchObject({ value: "Unknown", isUnknown: true });
    expect(estimate.note).toContain("may be billed");
  });
});
