import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { expectRightAnswers } from "@/test/lookups";
import { usNumbers } from "@/test/runs";
import { expectLedgerAgrees, lookUp, useLegacyPath, withSteps } from "@/test/steps";

const at = withSteps();

const oneCountryPerBatch = () =>
  pool().query("UPDATE accounts SET one_country_per_batch = true WHERE id = $1", [at.accountId]);
/** Every third number is British; there are 50 of them, too few for a bulk call. */
const ofTwoCountries = usNumbers(100).flatMap((number, index) =>
  index % 2 === 0 ? [number, `+44791112${3_000 + index}`] : [number],
);

type Case = [
  how: string,
  numbers: string[],
  prepare: () => Promise<unknown>,
  operations: Record<string, [calls: number, numbers: number]>,
];

describe("without faults every number is billed exactly once", () => {
  it.each<Case>([
    ["in bulk calls", usNumbers(1_040), async () => {}, { bulk_lookup: [3, 1_040] }],
    ["in single calls", usNumbers(99), async () => {}, { single_lookup: [99, 99] }],
    [
      "in bulk calls by the older path",
      usNumbers(501),
      () => useLegacyPath(at.accountId),
      { bulk_capability: [2, 501] },
    ],
    [
      "with one country per batch, whose rest of less than a hundred goes out singly",
      ofTwoCountries,
      oneCountryPerBatch,
      { bulk_lookup: [1, 100], single_lookup: [50, 50] },
    ],
  ])("%s", async (_how, numbers, prepare, operations) => {
    await prepare();
    const run = await lookUp(at, numbers, 3);
    const { totals, byOperation } = at.sandbox.report();
    expect(totals.billed / numbers.length).toBe(1);
    expect(totals).toMatchObject({
      numbers: numbers.length,
      distinctNumbers: numbers.length,
      askedMoreThanOnce: 0,
      billedMoreThanOnce: 0,
    });
    expect(byOperation).toEqual(
      Object.fromEntries(
        Object.entries(operations).map(([name, [calls, asked]]) => [
          name,
          { calls, numbers: asked, billed: asked },
        ]),
      ),
    );
    expect(run.ledger).toEqual({
      calls: totals.calls,
      billed: numbers.length,
      ambiguous: 0,
      excess: 0,
    });
    expectLedgerAgrees(at, run);
    await expectRightAnswers(run.id, numbers);
  });
});
