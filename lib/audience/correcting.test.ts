import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadyOptions } from "./clean";
import type { CleanedAudience } from "./cleaned-audience";
import type { RowCorrection } from "./protocol";
import { cleanRecords } from "./testing/clean-records";

const clean = (records: string[][], options: Partial<ReadyOptions> = {}) =>
  cleanRecords(records, { countryColumn: 1, keptColumns: [2], ...options });

const listsOf = (audience: CleanedAudience) => ({
  contacts: audience.page("contacts", 0, 100),
  duplicates: audience.page("duplicates", 0, 100),
  invalid: audience.page("invalid", 0, 100),
  ...audience.breakdown(),
});

const mend = (line: number, original: string, cell: string, country: RowCorrection["country"]) => ({
  line,
  original,
  reason: "placeholder" as const,
  cell,
  country,
});

describe("a correction", () => {
  it("makes a contact of its row, with the row's kept cells", () => {
    const audience = clean([["41555", "", "Ann"]], {
      corrections: [mend(1, "41555", "(415) 555-2671", "US")],
    });
    expect(audience.page("contacts", 0, 5)).toMatchObject([
      { line: 1, e164: "+14155552671", kept: ["Ann"] },
    ]);
    expect(audience.corrected).toBe(1);
  });

  it("reads its row under another country, whatever the row's own", () => {
    const audience = clean([["0151 23456789", "Narnia", ""]], {
      corrections: [mend(1, "0151 23456789", "0151 23456789", "DE")],
    });
    expect(audience.page("contacts", 0, 5)).toMatchObject([{ e164: "+4915123456789" }]);
  });

  it.each([
    ["makes no number of it", mend(1, "n/a", "still n/a", "US")],
    ["is of another file's row", mend(1, "other", "(415) 555-2671", "US")],
    ["empties the cell", mend(1, "n/a", "", "US")],
  ])("leaves a row as it was when it %s", (_, correction) => {
    const records = [["n/a", "", ""]];
    const audience = clean(records, { corrections: [correction] });
    expect(listsOf(audience)).toEqual(listsOf(clean(records)));
    expect(audience.corrected).toBe(0);
  });

  it("does not touch a row that is a number by itself", () => {
    const audience = clean([["(415) 555-2671", "", ""]], {
      corrections: [mend(1, "(415) 555-2671", "(212) 555-0123", "US")],
    });
    expect(audience.page("contacts", 0, 5)).toMatchObject([{ e164: "+14155552671" }]);
  });
});

it("is the same as to write it into the file: cleaning knows one judge", () => {
  const cell = fc.constantFrom("n/a", "12", "(415) 555-2671", "4155552672", "0151 23456789", "");
  const country = fc.constantFrom("", "US", "DE", "Narnia");
  const right = fc.constantFrom("+1 415 555 2671", "+49 151 23456789", "+1 212 555 0123");
  const row = fc.tuple(cell, country, fc.string({ maxLength: 3 }), fc.option(right));
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 30 }),
      fc.constantFrom("first" as const, "last" as const),
      (rows, keep) => {
        const records = rows.map(([phone, where, note]) => [phone, where, note]);
        const rejected = new Set(
          clean(records, { keep })
            .page("invalid", 0, 100)
            .map(({ line }) => line),
        );
        const corrections = rows.flatMap(([phone, , , typed], index) =>
          typed && rejected.has(index + 1) ? [mend(index + 1, phone, typed, null)] : [],
        );
        const written = records.map((record, index) => {
          const correction = corrections.find(({ line }) => line === index + 1);
          return correction ? [correction.cell, ...record.slice(1)] : record;
        });
        const corrected = clean(records, { keep, corrections });
        expect(listsOf(corrected)).toEqual(listsOf(clean(written, { keep })));
        expect(corrected.corrected).toBe(corrections.length);
      },
    ),
  );
});
