import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitRows, type ReachRow, rateText, sortRows } from "./reach-row";

const row = (key: string, contacts: number, reachable: number, isApart = false): ReachRow => ({
  key,
  label: key,
  contacts,
  reachable,
  isApart,
});
const keys = (rows: ReachRow[]) => rows.map((one) => one.key);

describe("sortRows", () => {
  const rows = [row("a", 10, 1), row("none", 99, 99, true), row("b", 5, 4)];
  it("sorts by contacts, what is apart at the end", () => {
    expect(keys(sortRows(rows, "contacts"))).toEqual(["a", "b", "none"]);
  });
  it("sorts by rate, what is apart at the end", () => {
    expect(keys(sortRows(rows, "rate"))).toEqual(["b", "a", "none"]);
  });
});

describe("limitRows", () => {
  it("keeps every contact, however few rows are left", () => {
    const rows = fc
      .array(fc.integer({ min: 0, max: 1000 }), { maxLength: 40 })
      .map((counts) => counts.map((count, index) => row(`r${index}`, count, 0, index === 3)));
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 20 }), (given, most) => {
        const sum = (list: ReachRow[]) => list.reduce((total, one) => total + one.contacts, 0);
        const limited = limitRows(given, most, "carriers");
        expect(sum(limited)).toBe(sum(given));
        expect(limited.length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
  it("says how many rows it put together", () => {
    const limited = limitRows([row("a", 3, 0), row("b", 2, 0), row("c", 1, 0)], 2, "carriers");
    expect(limited.map((one) => one.label)).toEqual(["a", "2 other carriers"]);
  });
});

describe("rateText", () => {
  it("has no rate where there is no contact", () => {
    expect(rateText(row("a", 0, 0))).toBe("–");
  });
});
