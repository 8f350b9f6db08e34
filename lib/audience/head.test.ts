import { describe, expect, it } from "vitest";
import { dataRows, readHead } from "./head";
import { HEAD_ROWS } from "./limits";

const file = (...parts: BlobPart[]) => new File(parts, "list.csv");
const code = (expected: string) => expect.objectContaining({ name: "CsvError", code: expected });

describe("readHead", () => {
  it("reads a small file whole", async () => {
    const head = await readHead(file("Name;Téléphone\r\nZoë;0612345678\r\n"));
    expect(head).toEqual({
      fileName: "list.csv",
      fileSize: 35,
      source: {
        kind: "text",
        encoding: "utf-8",
        format: { delimiter: ";", newline: "\n", skip: 0 },
      },
      records: [
        ["Name", "Téléphone"],
        ["Zoë", "0612345678"],
      ],
      hasHeader: true,
      wholeFile: true,
    });
  });

  it("reads no more than the head of a large one, and no record that is cut off", async () => {
    const rows = "4155552671,somebody\n".repeat(200_000);
    const head = await readHead(file("Phone,Name\n", rows));
    expect(head.records).toHaveLength(HEAD_ROWS + 1);
    expect(head.wholeFile).toBe(false);
    const wide = await readHead(file("Phone,Note\n", `1,${"x".repeat(300_000)}\n`.repeat(10)));
    expect(wide.records.map((record) => record.length)).toEqual([2, 2, 2, 2]);
  });

  it("sees past a quote in the head that is never closed", async () => {
    const head = await readHead(file('Name,Phone\n"Ann,1\n', "Bob,4155552671\n".repeat(200_000)));
    expect(head.records[2]).toEqual(["Bob", "4155552671"]);
  });

  it.each([
    ["empty", [""]],
    ["empty", ["\ufeff\n \n,,\n"]],
    ["only_header", ["Name,Phone\n"]],
    ["only_header", ["\nName,Phone"]],
    ["binary", ["\u0000\u0001\u0002"]],
    ["spreadsheet", ["PK\u0003\u0004\u0014\u0000xl/workbook.xml"]],
    ["malformed", ["x".repeat(1_500_000)]],
  ])("refuses what is %s", async (expected, parts) => {
    await expect(readHead(file(...parts))).rejects.toEqual(code(expected));
  });

  it("takes a single row with a number for a list", async () => {
    await expect(readHead(file("Ann,+14155552671"))).resolves.toMatchObject({ hasHeader: false });
  });

  it("refuses a file over the limit before it reads a byte", async () => {
    const huge = { name: "huge.csv", size: 2 * 1024 ** 3 } as File;
    await expect(readHead(huge)).rejects.toEqual(code("too_large"));
  });
});

it("numbers data rows as a spreadsheet does", () => {
  const records = [[""], ["Phone"], ["1"], [""], ["2"]];
  expect(dataRows(records, true).map(({ line }) => line)).toEqual([1, 3, 4, 5]);
  expect(dataRows(records, false)).toHaveLength(5);
});
