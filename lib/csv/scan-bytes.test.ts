import fc from "fast-check";
import { expect, it } from "vitest";
import { DELIMITERS } from "./csv-format";
import { cellText, scanBytes } from "./scan-bytes";
import { scanText } from "./scan-text";

const format = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  newline: fc.constantFrom("\n" as const, "\r" as const),
});
const signs = ["a", "é", "📱", " ", '"', '""', ",", ";", "\n", "\r", "\r\n", '",', '"\n', '"\r\n'];
const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 60 });

it("takes the records that scanText takes of the text, cell by cell and up to the same place", () => {
  fc.assert(
    fc.property(text, format, fc.nat(3), (text, format, column) => {
      const bytes = new TextEncoder().encode(text);
      const taken: [cells: number, cell: string | undefined, end: number][] = [];
      const { used, irregular } = scanBytes(bytes, 0, format, [column], 1_000, (record) => {
        const [start = 0, end = 0] = record.places;
        const cell = cellText(bytes, start, new TextDecoder().decode(bytes.subarray(start, end)));
        taken.push([record.cells, column < record.cells ? cell : undefined, record.end]);
      });
      const expected = scanText(text, format, null);
      expect(taken.map(([cells, cell]) => [cells, cell])).toEqual(
        expected.records.map((record) => [record.length, record[column]]),
      );
      expect(irregular).toBe(expected.irregular);
      const usedText = new TextDecoder().decode(bytes.subarray(0, used));
      expect(usedText).toBe(text.slice(0, expected.used));
      expect(taken.at(-1)?.[2] ?? 0).toBe(used);
    }),
    { numRuns: 20_000 },
  );
});

it("leaves a record that is too long to another reader", () => {
  const bytes = new TextEncoder().encode("a,b\nlonger,c\nd,e\n");
  const take = () => undefined;
  const format = { delimiter: ",", newline: "\n" } as const;
  expect(scanBytes(bytes, 0, format, [], 8, take)).toEqual({ used: 4, irregular: true });
  expect(scanBytes(bytes, 0, format, [], 9, take)).toEqual({ used: 17, irregular: false });
});
