import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPrice,
  formatTime,
  lowerFirst,
  plural,
  secondsBetween,
} from "./format";

describe("numbers", () => {
  it("have separators", () => {
    expect(formatNumber(4_764)).toBe("4,764");
    expect(plural(1, "row")).toBe("1 row");
    expect(plural(2_400, "reply", "replies")).toBe("2,400 replies");
  });
});

describe("formatPercent", () => {
  it("has one decimal", () => {
    expect(formatPercent(3_120, 4_764)).toBe("65.5%");
  });

  it("says all and nothing only when it is so", () => {
    expect(formatPercent(4_764, 4_764)).toBe("100%");
    expect(formatPercent(0, 4_764)).toBe("0%");
    expect(formatPercent(999_999, 1_000_000)).toBe("99.9%");
    expect(formatPercent(1, 1_000_000)).toBe("0.1%");
    expect(formatPercent(0, 0)).toBe("–");
  });

  it("never rounds a part to all or to nothing", () => {
    const parts = fc
      .integer({ min: 2, max: 2_000_000 })
      .chain((total) => fc.tuple(fc.integer({ min: 1, max: total - 1 }), fc.constant(total)));
    fc.assert(
      fc.property(parts, ([part, total]) => {
        const value = Number.parseFloat(formatPercent(part, total));
        return value > 0 && value < 100;
      }),
    );
  });
});

describe("formatMoney", () => {
  it("keeps the digits of a small price", () => {
    expect(formatMoney(0.0035, "USD")).toBe("$0.0035");
    expect(formatMoney(0.004, "EUR")).toBe("€0.004");
  });

  it("has cents for an amount", () => {
    expect(formatMoney(19.056, "USD")).toBe("$19.06");
    expect(formatMoney(0, "USD")).toBe("$0.00");
    expect(formatMoney(1_250, "INR")).toBe("₹1,250.00");
  });

  it("has the decimals of its currency, and a price all that it has", () => {
    expect(formatMoney(30_864.2, "JPY")).toBe("¥30,864");
    expect(formatMoney(1_012.5, "INR")).toBe("₹1,012.50");
    expect(formatPrice(1.125, "INR")).toBe("₹1.125");
    expect(formatPrice(12.35, "JPY")).toBe("¥12.35");
    expect(formatPrice(2, "USD")).toBe("$2.00");
  });

  it("holds no space that differs between machines", () => {
    expect(formatMoney(12, "CHF")).toBe("CHF 12.00");
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "0 s"],
    [0.4, "0 s"],
    [45, "45 s"],
    [200, "3 min 20 s"],
    [3_600, "1 h"],
    [3_900, "1 h 5 min"],
    [183_600, "2 d 3 h"],
  ])("writes %d seconds as %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it("has at most two units, each below the next larger one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        const limits: Record<string, number> = { s: 60, min: 60, h: 24, d: Infinity };
        const units = formatDuration(seconds).matchAll(/(\d+) (s|min|h|d)/g);
        const found = [...units];
        return (
          found.length >= 1 &&
          found.length <= 2 &&
          found.every(([, count, unit]) => Number(count) < (limits[unit ?? ""] ?? 0))
        );
      }),
    );
  });

  it("measures between two moments", () => {
    expect(secondsBetween("2026-11-21T09:00:00.000Z", "2026-11-21T09:03:20.000Z")).toBe(200);
    expect(secondsBetween("2026-11-21T09:03:20.000Z", "2026-11-21T09:00:00.000Z")).toBe(0);
  });
});

describe("moments", () => {
  const moment = "2026-11-21T23:07:45.000Z";

  it("are written in the time zone that is asked for", () => {
    expect(formatDateTime(moment, "UTC")).toBe("21 Nov 2026, 23:07");
    expect(formatDateTime(moment, "Europe/Berlin")).toBe("22 Nov 2026, 00:07");
    expect(formatDate(moment, "America/New_York")).toBe("21 Nov 2026");
    expect(formatTime(moment, "Asia/Kolkata")).toBe("04:37:45");
  });

  it("call midnight 00, never 24", () => {
    expect(formatDateTime("2026-11-21T00:00:00.000Z", "UTC")).toBe("21 Nov 2026, 00:00");
  });
});

it("keeps names as they are at the start of a sentence", () => {
  expect(["RCS is off", "Kaleyra refused", "The key"].map(lowerFirst)).toEqual([
    "RCS is off",
    "Kaleyra refused",
    "the key",
  ]);
});
