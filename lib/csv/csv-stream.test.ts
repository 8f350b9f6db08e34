import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CsvFormat } from "./csv-format";
import { CsvStream } from "./csv-stream";
import { MAX_RECORD_CHARS } from "./limits";
import { writeCsvRows } from "./write-csv";

const COMMA: CsvFormat = { delimiter: ",", newline: "\n", skip: 0 };

function parse(pieces: string[], format: CsvFormat = COMMA) {
  const stream = new CsvStream(format);
  const batches = [...pieces.map((piece) => stream.push(piece)), stream.end()];
  const records = batches.flatMap((batch) => batch.records);
  return { stream, batches, records };
}

describe("CsvStream", () => {
  it.each([
    ["a,b\n1,2\n"],
    ["a,b\n1,2"],
    ["a,b\r\n1,2\r\n"],
    ["a,b\r\n1,2\n"],
    ['"a","b"\r\n"1","2"\r\n'],
    ['"a", "b"\n"1" ,2'.replace(', "', ',"')],
  ])("reads %j as two records", (text) => {
    expect(parse([text]).records).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it.each([
    ["\t", "\n"],
    [";", "\n"],
    ["|", "\r"],
  ] as const)("reads the delimiter %j with line ends %j", (delimiter, newline) => {
    const text = [`a${delimiter}b`, `1${delimiter}"x${delimiter}y"`, ""].join(newline);
    expect(parse([text], { delimiter, newline, skip: 0 }).records).toEqual([
      ["a", "b"],
      ["1", `x${delimiter}y`],
    ]);
  });

  it("keeps quoted line breaks, delimiters and doubled quotes as they are", () => {
    const text = 'name,phone\n"Ann ""A"" Lee,\nBoston",+1 415\n';
    expect(parse([text]).records[1]).toEqual(['Ann "A" Lee,\nBoston', "+1 415"]);
  });

  it("counts rows as a spreadsheet does: blank rows count, quoted line breaks and the last one do not", () => {
    const { batches, records } = parse(['h\n\n"a\nb"\n', "c\n"]);
    expect(records).toEqual([["h"], [""], ["a\nb"], ["c"]]);
    expect(batches.map(({ firstLine, records: part }) => [firstLine, part.length])).toEqual([
      [1, 3],
      [4, 1],
      [5, 0],
    ]);
  });

  it("counts and names ragged rows, and no blank ones", () => {
    const { stream, records } = parse(["a,b\n1\n\n1,2\n1,2,3\n"]);
    expect(records).toHaveLength(5);
    expect(stream.ragged).toMatchObject({ rows: 2, lines: [2, 5] });
  });

  it("skips Excel's sep line without counting it", () => {
    const { records } = parse(["se", "p=;\r\na;b\r\n"], { delimiter: ";", newline: "\n", skip: 7 });
    expect(records).toEqual([["a", "b"]]);
  });

  it("notes a stray quote inside a quoted cell and keeps the row", () => {
    const { stream, records } = parse(['a,b\n"Bob "The Man" Lee",1\nc,d\n']);
    expect(records).toHaveLength(3);
    expect(records[1]).toEqual(['Bob "The Man" Lee', "1"]);
    expect(stream.brokenQuotes.lines).toEqual([2]);
  });

  it("loses no row to a quote that is never closed", () => {
    const { stream, records } = parse(['a,b\n"Bob,1\nc,d\ne,f']);
    expect(records).toEqual([
      ["a", "b"],
      ['"Bob', "1"],
      ["c", "d"],
      ["e", "f"],
    ]);
    expect(stream.brokenQuotes).toMatchObject({ rows: 1, lines: [2] });
  });

  it("holds no more than one record's length of a file after an open quote", () => {
    const row = "0123456789\n";
    const rows = Math.ceil((MAX_RECORD_CHARS * 3) / row.length);
    const { stream, records, batches } = parse(['"open\n', row.repeat(rows), row]);
    expect(records).toHaveLength(rows + 2);
    expect(batches[1]?.records.length).toBeGreaterThan(rows - 1);
    expect(stream.brokenQuotes.lines).toEqual([1]);
  });

  it("refuses a file whose quotes are beyond mending", () => {
    const piece = '"a\n'.repeat(100_000);
    expect(() => parse(new Array<string>(8).fill(piece))).toThrow(
      /From row \d+ on .* Export it again/,
    );
  });

  it("refuses a line without end", () => {
    expect(() => parse(["x".repeat(MAX_RECORD_CHARS + 1)])).toThrow(/From row 1 on/);
  });

  it("reads the same wherever the text is cut", () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab1,;" \n\té'), maxLength: 8 });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(60), { maxLength: 8 }), (rows, cuts) => {
        const text = writeCsvRows(rows);
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b)];
        const pieces = places.map((place, index) => text.slice(place, places[index + 1]));
        expect(parse(pieces).records).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it("gives every text the same records at once or in pieces, and numbers them without a gap", () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,"\n\r '), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(60), (whole, cut) => {
        const parts = parse([whole.slice(0, cut), whole.slice(cut)]);
        expect(parts.records).toEqual(parse([whole]).records);
        let line = 1;
        for (const batch of parts.batches) {
          expect(batch.firstLine).toBe(line);
          line += batch.records.length;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
