import { describe, expect, it } from "vitest";
import { updateAccount } from "@/lib/accounts/update-account";
import { pool } from "@/lib/db/pool";
import { resumeRun } from "@/lib/runs/resume-run";
import type { SettingsInput } from "@/sandbox/settings";
import { expectRightAnswers } from "@/test/lookups";
import { usNumbers } from "@/test/runs";
import { expectLedgerAgrees, lookUp, withSteps, workRun } from "@/test/steps";

const at = withSteps();

/** Batches that no other lane could take. */
async function heldBatches(runId: string): Promise<number> {
  const { rows } = await pool().query(
    "SELECT count(*)::int AS held FROM batches WHERE run_id = $1 AND state = 'in_flight'",
    [runId],
  );
  return rows[0].held;
}

describe.each([
  ["a run of bulk calls", usNumbers(1_600)],
  ["a run of single calls", usNumbers(4)],
])("%s", (_way, numbers) => {
  it.each<[string, string, SettingsInput]>([
    ["a refused key (401)", "unauthorised", { refuseKey: true }],
    ["a refused key (403)", "unauthorised", { refuseKey: true, refuseKeyAs: "403" }],
    ["no RCS channel (401 RCS601)", "rcs_not_enabled", { rcsDisabled: true }],
    ["no RCS channel (400 RCS601)", "rcs_not_enabled", { rcsDisabled: true, rcsDisabledAs: "400" }],
  ])(
    "is paused by %s at the first call, with the reason and what to do",
    async (_why, kind, how) => {
      at.sandbox.configure(how);
      const paused = await lookUp(at, numbers);
      expect(paused).toMatchObject({
        status: "paused",
        reason: { kind, title: expect.any(String), detail: expect.any(String) },
        outcomes: { pending: numbers.length, failed: 0, not_rcs: 0 },
      });
      expect(at.sandbox.report().totals).toMatchObject({ calls: 1, billed: 0 });
      expect(paused.ledger).toEqual({ calls: 1, billed: 0, ambiguous: 0, excess: 0 });
      expect(await heldBatches(paused.id)).toBe(0);
      at.sandbox.configure({});
      await resumeRun(at.user, paused.id);
      const run = await workRun(at, paused.id);
      expect(run).toMatchObject({ status: "done", reason: null });
      expect(at.sandbox.report().totals).toMatchObject({
        calls: 5,
        billed: numbers.length,
        billedMoreThanOnce: 0,
      });
      expectLedgerAgrees(at, run);
      await expectRightAnswers(run.id, numbers);
    },
  );

  it("whose key is refused midway keeps what is known, and goes on with the replaced key", async () => {
    at.sandbox.configure({ refuseKeyAfter: 2 });
    const paused = await lookUp(at, numbers);
    const known = numbers.length / 2;
    expect(paused).toMatchObject({ status: "paused", reason: { kind: "unauthorised" } });
    expect(paused.outcomes.rcs + paused.outcomes.not_rcs).toBe(known);
    expect(paused.outcomes.pending).toBe(known);
    expect(at.sandbox.report().totals.calls).toBe(3);
    // Resumed without a new key it stops at its first call again.
    await resumeRun(at.user, paused.id);
    expect(await workRun(at, paused.id)).toMatchObject({ status: "paused" });
    expect(at.sandbox.report().totals.calls).toBe(4);
    at.sandbox.configure({ apiKey: "another-key" });
    await updateAccount(at.user, at.accountId, { apiKey: "another-key" });
    await resumeRun(at.user, paused.id);
    const run = await workRun(at, paused.id);
    expect(run.status).toBe("done");
    expect(at.sandbox.report().totals).toMatchObject({
      calls: 6,
      billed: numbers.length,
      askedMoreThanOnce: 0,
    });
    expect(run.ledger).toEqual({ calls: 6, billed: numbers.length, ambiguous: 0, excess: 0 });
    await expectRightAnswers(run.id, numbers);
  });
});

it("with several lanes no more calls are refused than may be made at once", async () => {
  at.sandbox.configure({ rcsDisabled: true });
  const paused = await lookUp(at, usNumbers(5_000), 4);
  expect(paused).toMatchObject({ status: "paused", outcomes: { pending: 5_000 } });
  expect(at.sandbox.report().totals.calls).toBeLessThanOrEqual(4);
});
