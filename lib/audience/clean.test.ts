import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CleanedAudience } from "./cleaned-audience";
import type { RowKind } from "./protocol";
import { cleanRecords as clean } from "./testing/clean-records";

function all<K extends RowKind>(audience: CleanedAudience, kind: K) {
  return audience.page(kind, 0, audience.size(kind));
}

const FIVE_SPELLINGS = [
  ["(415) 555-2671"],
  ["415.555.2671"],
  ["+1 415 555 2671"],
  ["１４１５５５５２６７１"],
  ["tel:+1-415-555-2671"],
];

describe("AudienceCleaner", () => {
  it("makes one contact of a number in five spellings and lists the duplicates with their lines", () => {
    const audience = clean(FIVE_SPELLINGS);
    expect(all(audience, "contacts").map(({ line, e164 }) => [line, e164])).toEqual([
      [1, "+14155552671"],
    ]);
    expect(all(audience, "duplicates")).toEqual(
      FIVE_SPELLINGS.slice(1).map(([cell], index) => ({
        line: index + 2,
        cell,
        e164: "+14155552671",
        keptLine: 1,
      })),
    );
  });

  it("keeps the last of several rows with its cells, and lists the others in the order of the file", () => {
    const records = [
      ["415 555 2671", "old"],
      ["212 555 0123", "x"],
      ["4155552671", "new"],
    ];
    const audience = clean(records, { keep: "last", keptColumns: [1] });
    expect(all(audience, "contacts").map(({ line, kept }) => [line, kept])).toEqual([
      [2, ["x"]],
      [3, ["new"]],
    ]);
    expect(all(audience, "duplicates")).toEqual([
      { line: 1, cell: "415 555 2671", e164: "+14155552671", keptLine: 3 },
    ]);
  });

  it("gives each rejected row its line, its cell as it was and its reason", () => {
    const audience = clean([["h"], ["1.41555E+10"], [" n/a "]], { hasHeader: true });
    expect(all(audience, "invalid")).toEqual([
      { line: 2, cell: "1.41555E+10", reason: "scientific_notation", readAs: "US" },
      { line: 3, cell: " n/a ", reason: "placeholder", readAs: "US" },
    ]);
  });

  it("skips the header, which is the first record with content", () => {
    const { counts } = clean([[""], ["Phone"], ["415 555 2671"]], { hasHeader: true }).breakdown();
    expect(counts).toEqual({ rows: 2, unique: 1, duplicates: 0, invalid: 0, blank: 1 });
  });

  it("counts a missing, an empty and an invisible cell as blank", () => {
    const { counts } = clean([[], [""], ["\u00a0\u200b"]], {}).breakdown();
    expect(counts).toMatchObject({ rows: 3, blank: 3 });
  });

  it("reads a row's number under its own country, and falls back to the default where that is blank", () => {
    const options = { countryColumn: 1, defaultCountry: "US" } as const;
    const audience = clean(
      [
        ["07911 123456", "GB"],
        ["0612345678", "france"],
        ["415 555 2671", " "],
        ["98765 43210", "IND"],
      ],
      options,
    );
    expect(all(audience, "contacts").map(({ e164 }) => e164)).toEqual([
      "+447911123456",
      "+33612345678",
      "+14155552671",
      "+919876543210",
    ]);
  });

  it("does not put the default country in place of one it can't read", () => {
    const options = { countryColumn: 1, defaultCountry: "US" } as const;
    const audience = clean(
      [
        ["415 555 2671", "Narnia"],
        ["+1 415 555 2671", "Narnia"],
      ],
      options,
    );
    expect(all(audience, "invalid")).toMatchObject([
      { line: 1, reason: "unknown_country", readAs: null },
    ]);
    expect(all(audience, "contacts")).toMatchObject([{ line: 2 }]);
  });

  it("leaves out the types that the user excluded, with their count", () => {
    const records = [["800 234 5678"], ["900 234 5678"], ["415 555 2671"], ["8002345678"]];
    const audience = clean(records, { excludedTypes: ["toll_free"] });
    expect(audience.breakdown()).toMatchObject({
      counts: { rows: 4, unique: 2, duplicates: 0, invalid: 2, blank: 0 },
      types: [
        { type: "toll_free", contacts: 0, excluded: 2 },
        { type: "fixed_line_or_mobile", contacts: 1, excluded: 0 },
        { type: "premium_rate", contacts: 1, excluded: 0 },
      ],
      reasons: [{ reason: "excluded_type", rows: 2 }],
    });
  });

  it("counts countries and reasons, largest first", () => {
    const audience = clean([
      ["+14155552671"],
      ["+442079460018"],
      ["+447911123456"],
      ["x"],
      ["-"],
      ["0"],
    ]);
    expect(audience.breakdown()).toMatchObject({
      countries: [
        { country: "GB", contacts: 1 },
        { country: "GG", contacts: 1 },
        { country: "US", contacts: 1 },
      ],
      reasons: [{ reason: "placeholder", rows: 3 }],
    });
  });

  it("keeps only the ticked columns, in their order, cut to 1,000 characters and without NUL", () => {
    const emoji = `${"a".repeat(999)}😀`;
    const audience = clean([["415 555 2671", "secret", "é\0", "b".repeat(5000), emoji]], {
      keptColumns: [4, 2, 3, 9],
    });
    expect(all(audience, "contacts")[0]?.kept).toEqual([
      "a".repeat(999),
      "é",
      "b".repeat(1000),
      "",
    ]);
  });

  it("pages through a list", () => {
    const audience = clean(Array.from({ length: 30 }, (_, n) => [`41555526${10 + n}`]));
    expect(audience.page("contacts", 10, 5).map(({ line }) => line)).toEqual([11, 12, 13, 14, 15]);
    expect(audience.page("contacts", 28, 5)).toHaveLength(2);
    expect(audience.page("contacts", 99, 5)).toEqual([]);
  });
});

describe("laws", () => {
  const cell = fc.oneof(
    fc.constantFrom("", " ", "n/a", "1.4E+10", "415 555 2671", "(415) 555-2671", "+442079460018"),
    fc.constantFrom("8002345678", "9002345678", "07911123456", "+14155552671x5", "2024-01-31"),
    fc.integer({ min: 4_155_552_000, max: 4_155_552_020 }).map(String),
    fc.string({ maxLength: 12 }),
  );
  const records = fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 60 });
  const options = fc.record({
    hasHeader: fc.boolean(),
    phoneColumn: fc.nat(2),
    countryColumn: fc.constantFrom(null, 1),
    defaultCountry: fc.constantFrom(null, "US" as const, "GB" as const),
    keptColumns: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
    keep: fc.constantFrom("first" as const, "last" as const),
    excludedTypes: fc.subarray(["toll_free", "premium_rate", "fixed_line"] as const),
  });

  it("rows = unique + duplicates + invalid + blank, for any records and choices", () => {
    fc.assert(
      fc.property(records, options, (rows, { excludedTypes, ...chosen }) => {
        const audience = clean(rows, { ...chosen, excludedTypes: [...excludedTypes] });
        const { counts, countries, types, reasons } = audience.breakdown();
        const hasHeader = chosen.hasHeader && rows.some((row) => row.some((c) => c.trim() !== ""));
        expect(counts.rows).toBe(rows.length - (hasHeader ? 1 : 0));
        expect(counts.rows).toBe(counts.unique + counts.duplicates + counts.invalid + counts.blank);
        expect(sum(countries.map(({ contacts }) => contacts))).toBe(counts.unique);
        expect(sum(types.map(({ contacts }) => contacts))).toBe(counts.unique);
        expect(sum(reasons.map((reason) => reason.rows))).toBe(counts.invalid);
        const excluded = reasons.find(({ reason }) => reason === "excluded_type")?.rows ?? 0;
        expect(sum(types.map((type) => type.excluded))).toBe(excluded);
      }),
    );
  });

  it("every line is in one list only, every number once among the contacts, each list in order", () => {
    fc.assert(
      fc.property(records, options, (rows, { excludedTypes, ...chosen }) => {
        const audience = clean(rows, { ...chosen, excludedTypes: [...excludedTypes] });
        const contacts = all(audience, "contacts");
        const duplicates = all(audience, "duplicates");
        const lists = [contacts, duplicates, all(audience, "invalid")].map((list) =>
          list.map(({ line }) => line),
        );
        for (const lines of lists) expect(lines).toEqual([...lines].sort((a, b) => a - b));
        expect(new Set(lists.flat()).size).toBe(lists.flat().length);
        expect(new Set(contacts.map(({ e164 }) => e164)).size).toBe(contacts.length);
        for (const { e164, keptLine, line } of duplicates) {
          expect(contacts.find((contact) => contact.e164 === e164)?.line).toBe(keptLine);
          expect(chosen.keep === "first" ? keptLine < line : keptLine > line).toBe(true);
        }
      }),
    );
  });

  it("the first and the last choice find the same numbers, and the order of rows changes none", () => {
    fc.assert(
      fc.property(records, (rows) => {
        const numbers = (audience: CleanedAudience) =>
          all(audience, "contacts")
            .map(({ e164 }) => e164)
            .sort();
        const first = numbers(clean(rows));
        expect(numbers(clean(rows, { keep: "last" }))).toEqual(first);
        expect(numbers(clean([...rows].reverse()))).toEqual(first);
      }),
    );
  });

  it("cleaning the cleaned list changes nothing", () => {
    fc.assert(
      fc.property(records, (rows) => {
        const once = all(clean(rows), "contacts").map(({ e164 }) => e164);
        const again = clean(once.map((e164) => [e164]));
        expect(all(again, "contacts").map(({ e164 }) => e164)).toEqual(once);
        expect(again.breakdown().counts.rows).toBe(again.breakdown().counts.unique);
      }),
    );
  });
});

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
