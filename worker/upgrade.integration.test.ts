import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import { expectRightAnswers, withLookups } from "@/test/lookups";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { expectLedgerAgrees } from "@/test/steps";
import { startWorker } from "@/test/workers";

const at = withLookups("of-this-version");
const numbers = usNumbers(40);

/** Starts a run and lets it come to a stand with four calls under way. */
async function runUnderWay(): Promise<string> {
  at.sandbox.configure({ holdAfter: 8 });
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  await expect.poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 }).toBe(12);
  return id;
}

/**
 * Lets what is going be the work of an older version: its workflows bear a lower number, and a table
 * gets the column that a migration of the new version would add.
 */
async function comeFromOlderVersion(runId: string, column: string): Promise<void> {
  const { rowCount } = await pool().query(
    "UPDATE dbos.workflow_status SET application_version = '0' WHERE workflow_uuid LIKE '%' || $1 || '%'",
    [runId],
  );
  expect(rowCount).toBe(5);
  await pool().query(`ALTER TABLE runs ADD COLUMN ${column} int`);
}

async function expectComplete(id: string): Promise<void> {
  const run = await runInState(at.user, id, "done");
  await expectRightAnswers(id, numbers);
  expectLedgerAgrees(at, run);
  expect(at.sandbox.report().totals).toMatchObject({ billed: 40, askedMoreThanOnce: 0 });
  expect(run.ledger).toMatchObject({ calls: 40, billed: 40, ambiguous: 0 });
}

describe("a run that is going when a new version comes", () => {
  it("is finished by it when the old one was stopped first, and nobody is asked twice", async () => {
    const id = await runUnderWay();
    const stopped = at.worker.stop();
    at.sandbox.configure({});
    await stopped;
    expect(at.worker.process.exitCode).toBe(0);
    await comeFromOlderVersion(id, "of_a_later_migration");
    // A container that is started anew bears another name.
    at.worker = await startWorker("of-the-next-version", at.sandbox.url);
    await expectComplete(id);
  });

  it("is finished by it when both work side by side, and nobody is asked twice", async () => {
    const id = await runUnderWay();
    await comeFromOlderVersion(id, "of_a_migration_during_the_run");
    const next = await startWorker("rolled-out", at.sandbox.url);
    at.sandbox.configure({});
    await at.worker.stop();
    expect(at.worker.process.exitCode).toBe(0);
    at.worker = next;
    await expectComplete(id);
  });
});

describe("a worker that is asked to end", () => {
  it("ends in time with 0 though a call is never answered, and the ledger says what that may have cost", async () => {
    at.sandbox.configure({ holdAfter: 0 });
    await at.worker.stop();
    at.worker = await startWorker("in-a-hurry", at.sandbox.url, { STOP_WITHIN_MS: "4000" });
    const { id } = await draftRun(at.user, at.accountId, numbers.slice(0, 3));
    await startRun(at.user, id);
    await expect.poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 }).toBe(3);
    await at.worker.stop();
    expect(at.worker.process.exitCode).toBe(0);
    at.sandbox.configure({});
    at.worker = await startWorker("in-a-hurry", at.sandbox.url);
    const run = await runInState(at.user, id, "done");
    expect(run.ledger).toMatchObject({ calls: 6, billed: 3, ambiguous: 3 });
    await expectRightAnswers(id, numbers.slice(0, 3));
  });
});
