import { describe, expect, it } from "vitest";
import { pairRows } from "./pair-rows";

const row = (key: string, contacts: number, isApart = false) => ({
  key,
  label: key,
  contacts,
  reachable: 1,
  isApart,
});

describe("pairRows", () => {
  it("has each carrier of either run once, the largest first, what is apart last", () => {
    const pairs = pairRows(
      [row("A", 5), row("?", 90, true)],
      [row("B", 9), row("A", 3)],
      9,
      "carriers",
    );
    expect(pairs.map(({ key, before, after }) => [key, before.contacts, after.contacts])).toEqual([
      ["B", 0, 9],
      ["A", 5, 3],
      ["?", 90, 0],
    ]);
  });

  it("folds the tail without losing a contact", () => {
    const rows = Array.from({ length: 8 }, (_, index) => row(`C${index}`, 10 + index));
    const pairs = pairRows(rows, rows, 3, "carriers");
    expect(pairs.map(({ label }) => label)).toEqual(["C7", "C6", "6 other carriers"]);
    const sum = (some: readonly { contacts: number }[]) =>
      some.reduce((total, { contacts }) => total + contacts, 0);
    expect(sum(pairs.map(({ before }) => before))).toBe(sum(rows));
  });
});
