import { expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import { answerFor } from "@/sandbox/answers";
import { withLookups } from "@/test/lookups";
import { expectRowsAddUp, rowsHolding } from "@/test/personal-data";
import { draftRun, runInState, storedOutcomes, usNumbers } from "@/test/runs";
import { expectLedgerAgrees } from "@/test/steps";
import { eraseNumber } from "./erase-number";

const at = withLookups("eraser");

it("numbers are erased while a worker asks for them, stores them and goes on; all counts agree", async () => {
  const numbers = usNumbers(2_500);
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  // Spread over all batches: some are asked already, some in flight, some wait.
  const erased = numbers.filter((_, index) => index % 125 === 7);
  for (const number of erased) await eraseNumber(at.user, { number });
  const run = await runInState(at.user, id, "done");
  expect(run.counts).toMatchObject({ rows: 2_500, unique: 2_480, erased: 20 });
  await expectRowsAddUp(id);
  const outcomes = await storedOutcomes(id);
  for (const number of erased) expect(outcomes.has(number)).toBe(false);
  const right = numbers
    .filter((number) => !erased.includes(number))
    .map((number) => [number, answerFor(number).rcs ? "rcs" : "not_rcs"] as const);
  expect(outcomes).toEqual(new Map(right));
  expect(run.ledger.excess).toBe(0);
  expectLedgerAgrees(at, run);
});

it("neither the application's tables nor the engine's hold an erased number", async () => {
  const [first = "", ...others] = usNumbers(120, 5_000);
  const { id } = await draftRun(at.user, at.accountId, [first, ...others]);
  await startRun(at.user, id);
  await runInState(at.user, id, "done");
  expect(await rowsHolding(first)).toEqual({ "public.contacts": 1 });
  const { rows } = await pool().query("SELECT count(*)::int AS steps FROM dbos.operation_outputs");
  expect(rows[0]?.steps).toBeGreaterThan(0);
  await eraseNumber(at.user, { number: first });
  expect(await rowsHolding(first)).toEqual({});
});
