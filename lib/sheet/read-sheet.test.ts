import { type Cell, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { cellText } from "./cell-text";
import { listSheets } from "./list-sheets";
import { readSheet } from "./read-sheet";

type Rows = Cell["value"][][];
const workbook = (sheets: { name: string; rows: Rows; hidden?: boolean }[]) =>
  writeXlsx({ sheets });

async function rowsOf(bytes: Uint8Array, sheet: string, maxRows?: number) {
  const rows: [line: number, record: string[]][] = [];
  for await (const { firstLine, records } of readSheet(bytes, sheet, maxRows)) {
    for (const [index, record] of records.entries()) rows.push([firstLine + index, record]);
  }
  return rows;
}

describe("readSheet", () => {
  it("reads numbers whole, and leaves texts with their zeros and their plus", async () => {
    const bytes = await workbook([
      { name: "List", rows: [["Phone"], [14155550123], ["00447911123456"], ["+14155550123"]] },
    ]);
    expect((await rowsOf(bytes, "List")).map(([, [cell]]) => cell)).toEqual([
      "Phone",
      "14155550123",
      "00447911123456",
      "+14155550123",
    ]);
  });

  it("numbers rows as the sheet does, with the empty ones between and none at the end", async () => {
    const bytes = await workbook([
      { name: "List", rows: [["Phone"], [null], [null], [4155550123], [""], [null]] },
    ]);
    const rows = await rowsOf(bytes, "List");
    expect(rows.map(([line]) => line)).toEqual([1, 2, 3, 4]);
    expect(rows[3]?.[1]).toEqual(["4155550123"]);
  });

  it("hands on a long sheet in batches, without a gap", async () => {
    const rows = Array.from({ length: 5_001 }, (_, index) => [index]);
    const read = await rowsOf(await workbook([{ name: "List", rows }]), "List");
    expect(read).toHaveLength(5_001);
    expect(read.every(([line, [cell]]) => cell === String(line - 1))).toBe(true);
  });

  it("reads no more than it is asked for", async () => {
    const bytes = await workbook([{ name: "List", rows: [["a"], ["b"], ["c"]] }]);
    expect(await rowsOf(bytes, "List", 2)).toHaveLength(2);
  });
});

describe("listSheets", () => {
  it("names the sheets that are seen, in their order", async () => {
    const bytes = await workbook([
      { name: "Notes", rows: [["x"]], hidden: true },
      { name: "Customers", rows: [["x"]] },
      { name: "Leads", rows: [["x"]] },
    ]);
    expect(await listSheets(bytes)).toEqual(["Customers", "Leads"]);
  });

  it.each([
    ["no zip at all", [0x50, 0x4b, 3, 4, 0x78]],
    ["one with a password", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]],
  ])("says what to do with %s", async (_, bytes) => {
    await expect(listSheets(Uint8Array.from(bytes))).rejects.toMatchObject({
      name: "CsvError",
      code: "spreadsheet",
      message: expect.stringContaining("pick that file"),
    });
  });
});

it.each([
  [41_555_501_230, "41555501230"],
  [0.5, "0.5"],
  [true, "TRUE"],
  [null, ""],
  [new Date(Date.UTC(2026, 0, 15)), "2026-01-15"],
  [new Date(Date.UTC(2026, 0, 15, 9, 30)), "2026-01-15 09:30"],
  // A ten-digit number, in a column that is formatted as date.
  [new Date(Date.UTC(1899, 11, 30) + 3_000_000 * 86_400_000), "3000000"],
  [new Date(Number.NaN), "#####"],
])("writes the cell %j as %s", (value, text) => {
  expect(cellText(value)).toBe(text);
});
