import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { cancelRun } from "@/lib/runs/cancel-run";
import { deleteRun } from "@/lib/runs/delete-run";
import { getRun } from "@/lib/runs/get-run";
import { pauseRun } from "@/lib/runs/pause-run";
import { resumeRun } from "@/lib/runs/resume-run";
import { startRun } from "@/lib/runs/start-run";
import { expectRightAnswers, withLookups } from "@/test/lookups";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { kill, startWorker } from "@/test/workers";

const at = withLookups("lookups-test");

const bulkSizes = () =>
  at.sandbox
    .report()
    .calls.filter((call) => call.operation === "bulk_lookup")
    .map((call) => call.numbers)
    .sort((a, b) => b - a);

async function startAndFinish(numbers: string[]) {
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  return runInState(at.user, id, "done");
}

describe("a run", () => {
  it.each([
    [1, []],
    [42, []],
    [99, []],
    [100, [100]],
    [101, [101]],
    [500, [500]],
    [501, [251, 250]],
    [999, [500, 499]],
    [1040, [347, 347, 346]],
  ])("of %i numbers makes bulk calls of %j and asks each number once", async (count, sizes) => {
    const numbers = usNumbers(count);
    const run = await startAndFinish(numbers);
    const { totals, byOperation } = at.sandbox.report();
    expect(bulkSizes()).toEqual(sizes);
    expect(byOperation.single_lookup?.calls ?? 0).toBe(sizes.length === 0 ? count : 0);
    expect(totals).toMatchObject({ distinctNumbers: count, askedMoreThanOnce: 0, billed: count });
    expect(run.ledger).toMatchObject({ calls: totals.calls, billed: count, ambiguous: 0 });
    expect(run.cost.soFar).toBeCloseTo(count * 0.005, 6);
    await expectRightAnswers(run.id, numbers);
  });

  it("is started once, however often and from wherever it is started", async () => {
    const numbers = usNumbers(600);
    const { id } = await draftRun(at.user, at.accountId, numbers);
    await Promise.all([startRun(at.user, id), startRun(at.user, id), startRun(at.user, id)]);
    await runInState(at.user, id, "done");
    await startRun(at.user, id);
    expect(bulkSizes()).toEqual([300, 300]);
  });

  it("makes no call after a pause, and goes on where it stood", async () => {
    at.sandbox.configure({ latencyMs: 150 });
    const numbers = usNumbers(12_000);
    const { id } = await draftRun(at.user, at.accountId, numbers);
    await startRun(at.user, id);
    await expect
      .poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 })
      .toBeGreaterThan(4);
    const paused = await pauseRun(at.user, id);
    expect(paused.status).toBe("paused");
    await noCallUnderWay(id);
    const { outcomes } = await getRun(at.user, id);
    expect(outcomes.pending).toBeGreaterThan(0);
    expect(outcomes.rcs + outcomes.not_rcs).toBe(at.sandbox.report().totals.billed);
    await resumeRun(at.user, id);
    await runInState(at.user, id, "done");
    expect(at.sandbox.report().totals.askedMoreThanOnce).toBe(0);
    await expectRightAnswers(id, numbers);
  });

  it("that is refused again and again, and resumed at once each time, pays once for each", async () => {
    const numbers = usNumbers(60);
    const { id } = await draftRun(at.user, at.accountId, numbers);
    at.sandbox.configure({ latencyMs: 100, refuseKeyAfter: 13 });
    await startRun(at.user, id);
    // Lanes of the round before still have their calls under way when the next one begins.
    for (let refusals = 0; refusals < 3; refusals++) {
      await runInState(at.user, id, "paused");
      const { calls } = at.sandbox.report().totals;
      at.sandbox.configure({ latencyMs: 100, refuseKeyAfter: calls + 13 });
      await resumeRun(at.user, id);
    }
    await runInState(at.user, id, "paused");
    at.sandbox.configure({});
    await resumeRun(at.user, id);
    const { ledger } = await runInState(at.user, id, "done");
    const { totals } = at.sandbox.report();
    expect(totals).toMatchObject({ billed: 60, billedMoreThanOnce: 0 });
    expect(ledger).toMatchObject({ calls: totals.calls, billed: 60, ambiguous: 0 });
    await expectRightAnswers(id, numbers);
  });

  it("keeps what is known when it is cancelled, and can then be deleted", async () => {
    at.sandbox.configure({ latencyMs: 150 });
    const { id } = await draftRun(at.user, at.accountId, usNumbers(12_000));
    await startRun(at.user, id);
    await expect
      .poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 })
      .toBeGreaterThan(2);
    await expect(deleteRun(at.user, id)).rejects.toMatchObject({ code: "run_state" });
    await cancelRun(at.user, id);
    await noCallUnderWay(id);
    const { outcomes, counts } = await getRun(at.user, id);
    const known = outcomes.rcs + outcomes.not_rcs;
    expect(known).toBe(at.sandbox.report().totals.billed);
    expect(known + outcomes.pending).toBe(counts.unique);
    await expect(resumeRun(at.user, id)).rejects.toMatchObject({ code: "run_state" });
    await deleteRun(at.user, id);
    await expect(getRun(at.user, id)).rejects.toMatchObject({ code: "not_found" });
    const ledger = await pool().query(
      "SELECT sum(billed)::int AS billed FROM lookup_calls WHERE account_id = $1",
      [at.accountId],
    );
    expect(ledger.rows[0].billed).toBe(known);
  });
});

describe("a fault", () => {
  it("in some calls is tried again until each number has its answer", async () => {
    at.sandbox.configure({ failEvery: { n: 3, how: "rcs_500" } });
    const numbers = usNumbers(3_000);
    const run = await startAndFinish(numbers);
    await expectRightAnswers(run.id, numbers);
    expect(run.ledger.ambiguous).toBeGreaterThan(0);
  });
});

describe("a worker", () => {
  it("that is killed goes on after its restart, and asks again only what was in flight", async () => {
    at.sandbox.configure({ latencyMs: 150 });
    const numbers = usNumbers(20_000);
    const { id } = await draftRun(at.user, at.accountId, numbers);
    await startRun(at.user, id);
    await expect
      .poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 })
      .toBeGreaterThan(6);
    await kill(at.worker);
    at.worker = await startWorker("lookups-test", at.sandbox.url);
    await runInState(at.user, id, "done");
    await expectRightAnswers(id, numbers);
    const { rows } = await pool().query<{ calls: number; numbers: number }>(
      `SELECT count(*)::int AS calls, sum(numbers)::int AS numbers FROM lookup_calls
       WHERE run_id = $1 AND result = 'interrupted' AND billing = 'ambiguous'`,
      [id],
    );
    // Four lanes, each with one call in flight and at most one answer being stored.
    expect(rows[0]?.calls).toBeLessThanOrEqual(8);
    expect(at.sandbox.report().totals.askedMoreThanOnce).toBeLessThanOrEqual(rows[0]?.numbers ?? 0);
  });

  it("that is asked to stop finishes what is in flight and exits with 0", async () => {
    at.sandbox.configure({ latencyMs: 150 });
    const numbers = usNumbers(12_000);
    const { id } = await draftRun(at.user, at.accountId, numbers);
    await startRun(at.user, id);
    await expect
      .poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 })
      .toBeGreaterThan(4);
    await at.worker.stop();
    expect(at.worker.process.exitCode).toBe(0);
    const { outcomes } = await getRun(at.user, id);
    expect(outcomes.rcs + outcomes.not_rcs).toBe(at.sandbox.report().totals.billed);
    at.worker = await startWorker("lookups-test", at.sandbox.url);
    await runInState(at.user, id, "done");
    expect(at.sandbox.report().totals.askedMoreThanOnce).toBe(0);
    await expectRightAnswers(id, numbers);
  });
});

/** Waits until the ledger has no open call of a run: those in flight have been stored. */
async function noCallUnderWay(runId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await pool().query(
          `SELECT (SELECT count(*)::int FROM lookup_calls WHERE run_id = $1 AND result IS NULL)
             + (SELECT count(*)::int FROM batches WHERE run_id = $1 AND state = 'in_flight') AS open`,
          [runId],
        );
        return rows[0].open;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
}
