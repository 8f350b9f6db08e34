import fc from "fast-check";
import { expect, it } from "vitest";
import { codeOf } from "./code-of";
import { type CopiedCell, copyIn } from "./copy-in";
import { transaction } from "./pool";

const sign = fc.constantFrom(..."\\\t\r\n\b\f\v N.{}\",'ä\u2028😀");
const cell = fc.oneof(
  fc.array(sign, { maxLength: 12 }).map((signs) => signs.join("")),
  fc.constantFrom("\\N", "\\.", "", "\\"),
  fc.constant(null),
);

it("rows are stored exactly as they were given", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 40 }), (cells) =>
      transaction(async (tx) => {
        await tx.query("CREATE TEMP TABLE copied (no int, cell text) ON COMMIT DROP");
        const rows = cells.map((one, no): CopiedCell[] => [no, one]);
        await copyIn(tx, "copied (no, cell)", rows);
        const { rows: stored } = await tx.query("SELECT no, cell FROM copied ORDER BY no");
        expect(stored).toEqual(cells.map((one, no) => ({ no, cell: one })));
      }),
    ),
    { numRuns: 60 },
  );
});

it("where one row can't be added, none is, and the connection is as good as before", async () => {
  await transaction(async (tx) => {
    await tx.query("CREATE TEMP TABLE copied (no int PRIMARY KEY) ON COMMIT DROP");
    await tx.query("SAVEPOINT before");
    const error = await copyIn(tx, "copied (no)", [[1], [2], [1]]).catch((reason) => reason);
    expect(codeOf(error)).toBe("23505");
    await tx.query("ROLLBACK TO SAVEPOINT before");
    await copyIn(tx, "copied (no)", [[3]]);
    expect((await tx.query("SELECT no FROM copied")).rows).toEqual([{ no: 3 }]);
  });
});
