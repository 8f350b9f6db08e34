import fc from "fast-check";
import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { workbookOf } from "./workbook";

async function* oneBatch(cells: readonly string[]) {
  yield cells.map((cell) => [cell, 7]);
}

async function written(name: string, cells: readonly string[]) {
  const body = workbookOf([name, "line"], oneBatch(cells));
  return new Uint8Array(await new Response(body).arrayBuffer());
}

/** Every part of a workbook as text. */
async function partsOf(name: string, cells: readonly string[]): Promise<string> {
  const { sheets } = await readXlsx(await written(name, cells), { readStyles: true });
  return JSON.stringify(sheets);
}

const dangerous = [
  "=cmd|' /C calc'!A0",
  "@x",
  "-1+2",
  "+1+2",
  "\t=1",
  "\r=1",
  "\0=1",
  '"',
  "'",
  "=1\n",
];

describe("a workbook", () => {
  it.each(dangerous)("holds %j as text, as a cell and as a name of a column", async (text) => {
    const { sheets } = await readXlsx(await written(text, [text]));
    expect(sheets[0]?.rows).toEqual([
      [text, "line"],
      [text, 7],
    ]);
    expect(await partsOf(text, [text])).not.toContain('"formula"');
  });

  it("keeps the plus of a number, and all of its digits", async () => {
    const { sheets } = await readXlsx(await written("phone", ["+14155552671", "00447911123456"]));
    expect(sheets[0]?.rows.slice(1)).toEqual([
      ["+14155552671", 7],
      ["00447911123456", 7],
    ]);
  });

  it("gives every cell back as it was", async () => {
    const sign = fc.constantFrom(
      ..."=+-@\t\r\n '\",;\\<>&_x0041_\u0000\u0001\u001f\u2028\ufeff4ä😀",
    );
    const cell = fc.oneof(
      fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join("")),
      fc.string({ unit: "grapheme", minLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), async (cells) => {
        const { sheets } = await readXlsx(await written("cell", cells));
        expect(sheets[0]?.rows.slice(1).map(([one]) => one)).toEqual(cells);
      }),
      { numRuns: 40 },
    );
  });

  it("ends whoever makes its rows when its reader leaves", async () => {
    let hasEnded = false;
    let hasBegun = false;
    async function* endless() {
      hasBegun = true;
      try {
        for (;;) yield Array.from({ length: 1_000 }, () => [String(Math.random())]);
      } finally {
        hasEnded = true;
      }
    }
    const reader = workbookOf(["a"], endless()).getReader();
    while (!hasBegun) await reader.read();
    await reader.cancel();
    await expect.poll(() => hasEnded).toBe(true);
  });

  it("is read row by row as well", async () => {
    const rows: unknown[] = [];
    for await (const { values } of streamXlsxRows(await written("a", ["b", "c"])))
      rows.push(values);
    expect(rows).toHaveLength(3);
  });
});
