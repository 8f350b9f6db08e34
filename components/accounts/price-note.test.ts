import { describe, expect, it } from "vitest";
import {
  detailPriceNote,
  oneDetailCount,
  oneDetailNote,
  oneLookupNote,
  priceNote,
} from "./price-note";

const account = {
  isSandbox: false,
  pricePerLookup: 0.0035,
  pricePerDetail: 0.002,
  currency: "USD",
};

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

describe("the price of number details in words", () => {
  it("is named apart from that of an RCS lookup", () => {
    expect(oneDetailNote(account)).toMatch(/apart from the RCS lookup: \$0\.002\.$/);
    expect(detailPriceNote(account)).toBe("$0.002 per number");
    expect(oneDetailCount(account)).toBe("1 lookup, $0.002");
  });

  it("does not call them free when only their price is unknown", () => {
    expect(oneDetailNote({ ...account, pricePerDetail: 0 })).toContain("may bill");
    expect(detailPriceNote({ ...account, pricePerDetail: 0 })).toBe("No price set");
    expect(oneDetailCount({ ...account, pricePerDetail: 0 })).toContain("may be billed");
  });

  it("says that the sandbox is free and makes them up", () => {
    expect(oneDetailNote({ ...account, isSandbox: true })).toMatch(/bills nothing.*made up/);
    expect(detailPriceNote({ ...account, isSandbox: true })).toContain("Free");
    expect(oneDetailCount({ ...account, isSandbox: true })).toBe("Free in the sandbox");
  });
});
