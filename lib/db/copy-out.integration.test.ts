import fc from "fast-check";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { writeCsvRows } from "@/lib/csv/write-csv";
import { CopyOut } from "./copy-out";
import { pool } from "./pool";

/** The cells as PostgreSQL writes them. */
async function copied(cells: string[]): Promise<string> {
  const client = await pool().connect();
  try {
    const sql = `SELECT cell FROM unnest($1::text[]) WITH ORDINALITY AS c(cell, no) ORDER BY no`;
    const blocks: Buffer[] = [];
    for await (const block of client.query(new CopyOut(sql, [cells]))) blocks.push(block);
    return Buffer.concat(blocks).toString("utf8");
  } finally {
    client.release();
  }
}

const sign = fc.constantFrom(..."=+-@\t\r\n \u00a0\u2003\ufeff'\",;\\$1\u000b+4479111234567ä");
const cell = fc.oneof(
  fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join("")),
  fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !text.includes("\0")),
  fc.constantFrom("+14155550123", "+1415555012x", " =1+1", "\r=1", "\u2028@a", "E'\\' $1", "\\."),
);

it("cells come back exactly as they were, from PostgreSQL and from our own writer", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 60 }), async (drawn) => {
      // A byte order mark is one at the very start only, where an export has its header.
      const cells = ["header", ...drawn];
      const read = (text: string) =>
        Papa.parse<string[]>(text, { delimiter: ",", newline: "\r\n" })
          .data.slice(0, -1)
          .map(([one]) => one);
      expect(read(await copied(cells))).toEqual(cells);
      expect(read(writeCsvRows(cells.map((one) => [one])))).toEqual(cells);
    }),
    { numRuns: 60 },
  );
});

it("is cut off in the middle without harm to the next who reads", async () => {
  const client = await pool().connect();
  const rows = client.query(
    new CopyOut("SELECT repeat('x', 900) FROM generate_series(1, 99999)", []),
  );
  for await (const block of rows) {
    expect(block.length).toBeGreaterThan(60_000);
    break;
  }
  client.release(true);
  expect(await copied(["next"])).toBe("next\r\n");
});

it("says why it can't be read", async () => {
  const client = await pool().connect();
  const rows = client.query(new CopyOut("SELECT 1 / $1::int", ["0"]));
  await expect(rows.toArray()).rejects.toThrow("division by zero");
  client.release();
  expect(await copied(["next"])).toBe("next\r\n");
});
