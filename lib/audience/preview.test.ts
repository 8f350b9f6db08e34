import { describe, expect, it } from "vitest";
import { previewHead } from "./preview";
import type { CleanOptions } from "./protocol";
import { OPTIONS as READY } from "./testing/clean-records";

const OPTIONS: CleanOptions = { ...READY, hasHeader: true, phoneColumn: 1 };
const RECORDS = [
  ["Name", "Phone"],
  ["Ann", "(415) 555-2671"],
  ["Bob", "(212) 555-0123"],
  ["Cleo", "+44 20 7946 0018"],
  ["Dan", "n/a"],
  ["Eve", ""],
  ["Fay", "415-555-2671"],
];

describe("previewHead", () => {
  it("shows before and after of each spelling and each fault, in the order of the file", () => {
    const { samples } = previewHead(RECORDS, OPTIONS);
    expect(samples).toEqual([
      {
        line: 2,
        before: "(415) 555-2671",
        after: { e164: "+14155552671", country: "US", type: "fixed_line_or_mobile" },
        reason: null,
        readAs: "US",
      },
      expect.objectContaining({
        line: 3,
        after: expect.objectContaining({ e164: "+12125550123" }),
      }),
      expect.objectContaining({ line: 4, after: expect.objectContaining({ country: "GB" }) }),
      { line: 5, before: "n/a", after: null, reason: "placeholder", readAs: "US" },
      expect.objectContaining({ line: 7 }),
    ]);
  });

  it("counts as cleaning does", () => {
    expect(previewHead(RECORDS, OPTIONS)).toMatchObject({
      counts: { rows: 6, unique: 3, duplicates: 1, invalid: 1, blank: 1 },
      countries: [
        { country: "US", contacts: 2 },
        { country: "GB", contacts: 1 },
      ],
    });
  });

  it("follows a change of country and of column", () => {
    expect(previewHead(RECORDS, { ...OPTIONS, defaultCountry: null }).reasons).toEqual([
      { reason: "no_country", rows: 3 },
      { reason: "placeholder", rows: 1 },
    ]);
    expect(previewHead(RECORDS, { ...OPTIONS, phoneColumn: 0 }).reasons).toEqual([
      { reason: "no_digits", rows: 6 },
    ]);
  });

  it("is empty until a column is chosen", () => {
    expect(previewHead(RECORDS, { ...OPTIONS, phoneColumn: null })).toMatchObject({
      counts: { rows: 0 },
      samples: [],
    });
  });

  it("shows at most twelve rows, faults and readable ones", () => {
    const records = Array.from({ length: 500 }, (_, n) => [
      "x",
      n % 2 ? "n/a" : `41555520${10 + (n % 80)}`,
    ]);
    const { samples } = previewHead(records, { ...OPTIONS, hasHeader: false });
    expect(samples).toHaveLength(12);
    expect(samples.some(({ after }) => after)).toBe(true);
    expect(samples.some(({ reason }) => reason)).toBe(true);
  });
});
