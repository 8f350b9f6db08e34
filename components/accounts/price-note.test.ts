import { describe, expect, it } from "vitest";
import { oneLookupNote, priceNote } from "./price-note";

const account = { isSandbox: false, pricePerLookup: 0.0035, currency: "USD" };

describe("the price of a lookup in words", () => {
  it("names the price before it is spent", () => {
    expect(oneLookupNote(account)).toBe("Kaleyra may bill one lookup: $0.0035.");
    expect(priceNote(account)).toBe("$0.0035 per lookup");
  });

  it("does not call a lookup free when only its price is unknown", () => {
    expect(oneLookupNote({ ...account, pricePerLookup: 0 })).toContain("may bill");
    expect(priceNote({ ...account, pricePerLookup: 0 })).toBe("No price set");
  });

  it("says that the sandbox is free and makes its answers up, whatever its price for estimates", () => {
    expect(oneLookupNote({ ...account, isSandbox: true })).toMatch(/bills nothing.*made up/);
    expect(priceNote({ ...account, isSandbox: true })).toContain("Free");
  });
});
