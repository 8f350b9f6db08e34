import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { resumeRun } from "@/lib/runs/resume-run";
import { expectRightAnswers } from "@/test/lookups";
import { usNumbers } from "@/test/runs";
import { expectLedgerAgrees, lookUp, withSteps, workRun } from "@/test/steps";

const at = withSteps();

async function pathOf(accountId: string): Promise<string> {
  const { rows } = await pool().query("SELECT bulk_path FROM accounts WHERE id = $1", [accountId]);
  return rows[0]?.bulk_path;
}

describe("a pod that serves one bulk path only", () => {
  it.each([
    ["legacy", "bulk"],
    ["bulk", "legacy"],
  ] as const)(
    "(%s) is found out by one 404 when the account knows the other (%s), and remembered",
    async (served, known) => {
      await pool().query("UPDATE accounts SET bulk_path = $2 WHERE id = $1", [at.accountId, known]);
      at.sandbox.configure({ onlyPath: served });
      const numbers = usNumbers(1_500);
      const run = await lookUp(at, numbers);
      expect(at.sandbox.report().byStatus).toEqual({ 404: 1, 200: 3 });
      expect(await pathOf(at.accountId)).toBe(served);
      expect(at.sandbox.report().totals).toMatchObject({ billed: 1_500, askedMoreThanOnce: 0 });
      expect(run.ledger).toEqual({ calls: 4, billed: 1_500, ambiguous: 0, excess: 0 });
      expectLedgerAgrees(at, run);
      await expectRightAnswers(run.id, numbers);
      at.sandbox.clearLog();
      await lookUp(at, usNumbers(500, 20_000));
      expect(at.sandbox.report().byStatus).toEqual({ 200: 1 });
    },
  );

  it("is found out by no more 404s than calls may be made at once", async () => {
    at.sandbox.configure({ onlyPath: "legacy", latencyMs: 50 });
    const numbers = usNumbers(4_000);
    const { id } = await lookUp(at, numbers, 4);
    expect(at.sandbox.report().byStatus[404]).toBeLessThanOrEqual(4);
    await expectRightAnswers(id, numbers);
  });
});

it.each([
  ["neither bulk path", usNumbers(1_000), 2],
  ["no single lookup", usNumbers(40), 1],
])("pauses the run when the pod serves %s, and resuming goes on", async (_what, numbers, calls) => {
  const rightSid = await pool().query("SELECT sid FROM accounts WHERE id = $1", [at.accountId]);
  const setSid = (sid: string) =>
    pool().query("UPDATE accounts SET sid = $2 WHERE id = $1", [at.accountId, sid]);
  // No path of the sandbox has an empty SID: it answers 404 RCS404.
  await setSid("");
  const paused = await lookUp(at, numbers);
  expect(paused).toMatchObject({
    status: "paused",
    reason: { kind: "not_found" },
    outcomes: { pending: numbers.length, failed: 0 },
  });
  expect(at.sandbox.report().byStatus).toEqual({ 404: calls });
  await setSid(rightSid.rows[0].sid);
  at.sandbox.configure({ onlyPath: "bulk" });
  await resumeRun(at.user, paused.id);
  const run = await workRun(at, paused.id);
  expect(run).toMatchObject({ status: "done", ledger: { billed: numbers.length, ambiguous: 0 } });
  await expectRightAnswers(run.id, numbers);
});
