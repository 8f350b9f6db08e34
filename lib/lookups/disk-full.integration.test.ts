import { afterEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { toProblem } from "@/lib/http/problem";
import { appendContacts } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { getRun } from "@/lib/runs/get-run";
import { renameRun } from "@/lib/runs/rename-run";
import { startRun } from "@/lib/runs/start-run";
import { expectRightAnswers, withLookups } from "@/test/lookups";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { expectLedgerAgrees } from "@/test/steps";

const at = withLookups("disk-full");

/** Lets PostgreSQL itself refuse writes to a table, as it does without space (SQLSTATE 53100). */
async function fillDisk(table: string, events: string): Promise<void> {
  await pool().query(`
    CREATE OR REPLACE FUNCTION refuse_for_space() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
    END $$;
    CREATE TRIGGER full_disk BEFORE ${events} ON ${table} EXECUTE FUNCTION refuse_for_space();`);
}
const freeDisk = () => pool().query("DROP FUNCTION IF EXISTS refuse_for_space() CASCADE");
afterEach(() => freeDisk());

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => toProblem(error),
  );
const full = { status: 503, code: "unavailable", detail: expect.stringContaining("disk") };

describe("while the disk is full", () => {
  it("a run keeps what was paid for and ends complete when there is space again, each number asked once", async () => {
    const numbers = usNumbers(2_000);
    const { id } = await draftRun(at.user, at.accountId, numbers);
    await fillDisk("answers", "UPDATE");
    await startRun(at.user, id);
    await expect
      .poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 })
      .toBeGreaterThan(3);
    const stands = await getRun(at.user, id);
    expect(stands.status).toBe("running");
    // The answer, its sum and its row in the ledger come together or not at all.
    expect(stands.outcomes.pending).toBe(2_000);
    expect(stands.ledger.billed).toBe(0);
    await freeDisk();
    const run = await runInState(at.user, id, "done");
    await expectRightAnswers(id, numbers);
    expect(at.sandbox.report().totals).toMatchObject({ billed: 2_000, askedMoreThanOnce: 0 });
    expectLedgerAgrees(at, run);
  });

  it("no call is made that could not be written down first", async () => {
    const { id } = await draftRun(at.user, at.accountId, usNumbers(5));
    await fillDisk("lookup_calls", "INSERT");
    await startRun(at.user, id);
    await runInState(at.user, id, "running");
    expect(at.sandbox.report().totals.calls).toBe(0);
    await freeDisk();
    await runInState(at.user, id, "done");
    expect(at.sandbox.report().totals).toMatchObject({ billed: 5, askedMoreThanOnce: 0 });
  });

  it("an upload is told so, stores nothing by halves, and goes on with the same chunk", async () => {
    const run = await createRun(at.user, {
      accountId: at.accountId,
      name: "Full",
      fileName: "full.csv",
      keptColumns: [],
      rows: 2,
      blank: 0,
    });
    const contacts = usNumbers(2).map((number, index) => ({ line: index + 2, number, kept: [] }));
    await fillDisk("breakdowns", "INSERT");
    const chunk = { index: 0, contacts };
    expect(await problemOf(appendContacts(at.user, run.id, chunk))).toMatchObject(full);
    const { rows } = await pool().query(
      `SELECT 1 FROM contacts WHERE run_id = $1 UNION ALL SELECT 1 FROM upload_chunks WHERE run_id = $1`,
      [run.id],
    );
    expect(rows).toEqual([]);
    await freeDisk();
    const { repeated, counts } = await appendContacts(at.user, run.id, chunk);
    expect({ repeated, unique: counts.unique }).toEqual({ repeated: false, unique: 2 });
  });

  it("a write of Prisma's is told so too", async () => {
    const { id } = await draftRun(at.user, at.accountId, usNumbers(1));
    await fillDisk("runs", "UPDATE");
    expect(await problemOf(renameRun(at.user, id, "Other"))).toMatchObject(full);
    expect(await problemOf(startRun(at.user, id))).toMatchObject(full);
    await freeDisk();
    expect(await getRun(at.user, id)).toMatchObject({ name: "Test run", status: "draft" });
  });
});
