import fc from "fast-check";
import { expect, it } from "vitest";
import { parseText } from "@/lib/csv/parse-text";
import { AudienceCleaner, type ReadyOptions } from "./clean";
import { cleanFile } from "./clean-file";
import type { CleanedAudience } from "./cleaned-audience";
import { readHead } from "./head";

const PHONES = ["4155552671", "(415) 555-2672", "+447911123456", "n/a", "", "07911 123456", "12"];
const OTHERS = ["Ann", "", " ", '"Doe, Jo"', '"say ""hi"""', '"two\nlines"', '"odd" ', "GB", "é"];

/** Everything that an audience holds. */
function contentOf(audience: CleanedAudience) {
  return {
    breakdown: audience.breakdown(),
    contacts: audience.page("contacts", 0, 1e6),
    duplicates: audience.page("duplicates", 0, 1e6),
    invalid: audience.page("invalid", 0, 1e6),
  };
}

it("makes of a file what it makes of all its records as PapaParse gives them, whatever is read of them", async () => {
  const cell = fc.oneof(fc.constantFrom(...PHONES), fc.constantFrom(...OTHERS));
  const record = fc
    .tuple(fc.constantFrom(...OTHERS), fc.constantFrom(...PHONES), fc.array(cell, { maxLength: 3 }))
    .map(([first, phone, others]) => [first, phone, ...others].join(","));
  const choices = fc.record({
    hasHeader: fc.boolean(),
    countryColumn: fc.constantFrom(null, 2),
    keptColumns: fc.constantFrom<number[]>([], [0], [3, 2]),
    keep: fc.constantFrom("first" as const, "last" as const),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 2, maxLength: 30 }),
      fc.constantFrom("\n", "\r\n"),
      choices,
      async (records, newline, chosen) => {
        const options: ReadyOptions = {
          phoneColumn: 1,
          defaultCountry: "US",
          excludedTypes: [],
          corrections: [],
          ...chosen,
        };
        const text = ["Name,Phone", ...records].join(newline) + newline;
        const file = new File([text], "list.csv");
        const head = await readHead(file);
        if (head.source.kind !== "text") throw new Error("A text was taken for a workbook.");
        const { audience } = await cleanFile(file, head, options, {
          signal: new AbortController().signal,
          onProgress: () => undefined,
        });
        const cleaner = new AudienceCleaner(options);
        const whole = parseText(text, head.source.format, false);
        cleaner.add(whole.records, 1);
        expect(contentOf(audience)).toEqual(contentOf(cleaner.finish()));
      },
    ),
    { numRuns: 300 },
  );
});
