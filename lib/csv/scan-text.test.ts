import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DELIMITERS } from "./csv-format";
import { CsvStream } from "./csv-stream";
import { parseText } from "./parse-text";
import { scanText } from "./scan-text";

const COMMA = { delimiter: ",", newline: "\n" } as const;

describe("against PapaParse", () => {
  const format = fc.record({
    delimiter: fc.constantFrom(...DELIMITERS),
    newline: fc.constantFrom("\n" as const, "\r" as const),
  });

  it("takes the same records up to the same place, from any text, or says that one is irregular", () => {
    const text = fc.string({
      unit: fc.constantFrom(
        "a",
        "é",
        " ",
        '"',
        '""',
        ",",
        ";",
        "\n",
        "\r",
        "\r\n",
        '",',
        '"\n',
        '"\r\n',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, format, (text, { delimiter, newline }) => {
        const scanned = scanText(text, { delimiter, newline }, null);
        const whole = parseText(text, { delimiter, newline }, false);
        expect(whole.records.slice(0, scanned.records.length)).toEqual(scanned.records);
        if (scanned.irregular) return;
        expect(scanned.records).toEqual(whole.records);
        expect(scanned.used).toBe(whole.used);
        expect(whole.brokenQuotes).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
  });

  it("reads what follows an irregular record as PapaParse reads the whole", () => {
    const text = 'a,"b"\nc,"d" ,e\n"f""g",h\n';
    const { records, used, irregular } = scanText(text, COMMA, null);
    expect({ records, irregular }).toEqual({ records: [["a", "b"]], irregular: true });
    expect([...records, ...parseText(text.slice(used), COMMA, false).records]).toEqual(
      parseText(text, COMMA, false).records,
    );
  });
});

it("leaves the cells that are not wanted empty, and keeps their number", () => {
  const text = '1,"Doe, ""J""",x,"y",z\r\n2,b\n';
  expect(scanText(text, COMMA, [true, false, false, true]).records).toEqual([
    ["1", "", "", "y", ""],
    ["2", ""],
  ]);
});

it("a stream gives the wanted cells, and all of the first record with content", () => {
  const stream = new CsvStream({ ...COMMA, skip: 0 }, [2]);
  const records = [
    ...stream.push(" , ,\nid,name,phone\n").records,
    ...stream.push("1,Ann,41").records,
    ...stream.push("5\n\n2,Bob,,extra\n3,Cy,9").records,
    ...stream.end().records,
  ];
  expect(records).toEqual([
    [" ", " ", ""],
    ["id", "name", "phone"],
    ["1", "", "415"],
    [""],
    ["2", "", "", ""],
    ["3", "Cy", "9"],
  ]);
  expect(stream.ragged).toMatchObject({ rows: 1, lines: [5] });
});
