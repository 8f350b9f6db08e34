import { afterEach, describe, expect, it, vi } from "vitest";
import { pool, transaction } from "@/lib/db/pool";
import { getRun } from "@/lib/runs/get-run";
import { resumeRun } from "@/lib/runs/resume-run";
import { startRun } from "@/lib/runs/start-run";
import { expectRightAnswers } from "@/test/lookups";
import { draftRun, usNumbers } from "@/test/runs";
import { expectLedgerAgrees, letWaitsBeOver, stepRun, withSteps, workRun } from "@/test/steps";
import { noteAlive, noteDown } from "./breaker";
import { claimBatch, withdrawCall } from "./claim-batch";
import { planRun } from "./plan-run";
import { workLane } from "./work-lane";

const at = withSteps();
afterEach(() => {
  vi.restoreAllMocks();
});

const calls = () => at.sandbox.report().totals.calls;
const fail = (latencyMs = 0) =>
  at.sandbox.configure({ failEvery: { n: 1, how: "rcs_500" }, latencyMs });

async function start(numbers: string[]): Promise<string> {
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  return id;
}

/** Works on a run until three calls in a row have failed. */
async function openBreaker(runId: string): Promise<void> {
  for (let failed = 1; failed <= 3; failed++) {
    await letWaitsBeOver(at.accountId);
    await stepRun(runId);
  }
  expect((await getRun(at.user, runId)).waiting).toMatchObject({ reason: "kaleyra_down" });
}

const slowDown = () =>
  pool().query("UPDATE accounts SET calls_per_second = 1 WHERE id = $1", [at.accountId]);

describe("an attempt that failed", () => {
  it("makes its lane wait, by full jitter within a bound that doubles", async () => {
    fail();
    const id = await start(usNumbers(1));
    await planRun(id, 1);
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const lane = { runId: id, round: 1, id: "a lane" };
    for (const ms of [500, 1_000]) {
      await letWaitsBeOver(at.accountId);
      expect(await workLane(lane)).toEqual({ next: "wait", ms });
    }
  });
});

describe("the breaker", () => {
  it("opens at the third failure in a row: no call is made until a probe is due", async () => {
    fail();
    const id = await start(usNumbers(2_000));
    await openBreaker(id);
    for (let look = 0; look < 3; look++) await stepRun(id, 4);
    expect(calls()).toBe(3);
  });

  it("lets one probe through, of one number, whoever else would make it", async () => {
    fail();
    const id = await start(usNumbers(2_000));
    await openBreaker(id);
    await letWaitsBeOver(at.accountId);
    await stepRun(id, 4);
    expect(at.sandbox.report().byOperation).toMatchObject({
      bulk_lookup: { calls: 3 },
      single_lookup: { calls: 1, numbers: 1 },
    });
  });

  it("is probed after 5 seconds, then after twice as long each time, at most a minute", async () => {
    const pauses: (number | null)[] = [];
    // In one transaction the database's clock stands still.
    await transaction(async (tx) => {
      const note = async (isProbe: boolean) => {
        await noteDown(tx, at.accountId, isProbe, "rcs");
        const { rows } = await tx.query<{ pause: number | null }>(
          `SELECT round(extract(epoch FROM probe_at - now()))::int AS pause
           FROM account_gates WHERE account_id = $1`,
          [at.accountId],
        );
        pauses.push(rows[0]?.pause ?? null);
      };
      for (let failed = 1; failed <= 3; failed++) await note(false);
      // What was on its way when it opened says nothing new.
      await note(false);
      for (let probe = 1; probe <= 5; probe++) await note(true);
    });
    expect(pauses).toEqual([null, null, 5, 5, 10, 20, 40, 60, 60]);
  });

  it("that opens while calls wait for their moment keeps them back, unbilled and unwritten", async () => {
    await slowDown();
    await pool().query("UPDATE account_gates SET failures = 2 WHERE account_id = $1", [
      at.accountId,
    ]);
    fail(100);
    const id = await start(usNumbers(2_000));
    // One lane calls at once, and its failure is the third; the others were promised the next moments.
    await stepRun(id, 3);
    expect(calls()).toBe(1);
    expect(await getRun(at.user, id)).toMatchObject({ ledger: { calls: 1 } });
  });

  it("closes with the answer to a probe: all else goes out as it was planned", async () => {
    fail();
    const numbers = usNumbers(2_000);
    const id = await start(numbers);
    await openBreaker(id);
    at.sandbox.configure({});
    await letWaitsBeOver(at.accountId);
    for (let look = 0; look < 10; look++) await stepRun(id);
    expect(at.sandbox.report().byOperation).toMatchObject({
      bulk_lookup: { calls: 3 + 4, billed: 1_999 },
      single_lookup: { calls: 1, billed: 1 },
    });
    await expectRightAnswers(id, numbers);
  });

  it("closes with a refusal too: who refuses is there", async () => {
    fail();
    const id = await start(usNumbers(2_000));
    await openBreaker(id);
    at.sandbox.configure({ failEvery: { n: 1, how: "rate_limit", retryAfter: 60 } });
    await letWaitsBeOver(at.accountId);
    await stepRun(id);
    expect((await getRun(at.user, id)).waiting).toMatchObject({ reason: "throttled" });
  });

  it("that was open for an hour pauses the run; resuming probes at once and waits anew", async () => {
    fail();
    const id = await start(usNumbers(2_000));
    await openBreaker(id);
    const openFor = (minutes: number) =>
      pool().query(
        `UPDATE account_gates SET open_since = now() - make_interval(mins => $2),
           probe_at = now() + interval '1 minute' WHERE account_id = $1`,
        [at.accountId, minutes],
      );
    await openFor(59);
    await stepRun(id);
    expect(await getRun(at.user, id)).toMatchObject({ status: "running" });
    await openFor(61);
    await stepRun(id);
    expect(await getRun(at.user, id)).toMatchObject({
      status: "paused",
      reason: { kind: "kaleyra_down" },
      outcomes: { pending: 2_000, failed: 0 },
    });
    expect(calls()).toBe(3);
    await resumeRun(at.user, id);
    await stepRun(id);
    expect(calls()).toBe(4);
    expect(await getRun(at.user, id)).toMatchObject({ status: "running" });
  });

  it("that was open for a night in which nobody tried is probed before anything is said of it", async () => {
    fail();
    const id = await start(usNumbers(2_000));
    await openBreaker(id);
    await pool().query(
      `UPDATE account_gates SET open_since = now() - interval '15 hours',
         probe_at = now() - interval '15 hours' WHERE account_id = $1`,
      [at.accountId],
    );
    await stepRun(id);
    await stepRun(id);
    expect(calls()).toBe(4);
    expect(await getRun(at.user, id)).toMatchObject({
      status: "running",
      waiting: { reason: "kaleyra_down" },
    });
  });

  it.each([
    ["a number that was left as the only one", 1, 3],
    ["one of a batch that nobody has taken", 400, 0],
  ] as const)(
    "takes no attempt by a probe that is not made after all: %s",
    async (_of, count, attempts) => {
      fail();
      const id = await start(usNumbers(count));
      const lane = { runId: id, round: 1, id: `lane:${id}:1:0` };
      if (attempts > 0) await openBreaker(id);
      else {
        await planRun(id, 1);
        await pool().query(
          "UPDATE account_gates SET failures = 3, open_since = now() WHERE account_id = $1",
          [at.accountId],
        );
      }
      await letWaitsBeOver(at.accountId);
      const claim = await claimBatch(lane, { resuming: true });
      if (claim.kind !== "batch") throw new Error(claim.kind);
      expect(claim.batch).toMatchObject({ isProbe: true, isCounted: attempts > 0 });
      await withdrawCall(lane, at.accountId, claim.batch);
      const { rows } = await pool().query("SELECT attempts FROM batches WHERE run_id = $1", [id]);
      expect(rows).toEqual([{ attempts }]);
      expect((await getRun(at.user, id)).ledger.calls).toBe(attempts);
      // Its turn is free for others, too.
      const other = { ...lane, id: `lane:${id}:1:1` };
      const next = await claimBatch(attempts > 0 ? lane : other, { resuming: true });
      expect(next).toMatchObject({ kind: "batch", batch: { isProbe: true } });
    },
  );

  it("asks no number while it is probed, however the breaker closes meanwhile", async () => {
    const id = await start(usNumbers(100));
    await planRun(id, 1);
    const [lane, other] = ["0", "1"].map((no) => ({
      runId: id,
      round: 1,
      id: `lane:${id}:1:${no}`,
    }));
    if (!lane || !other) throw new Error("no lanes");
    await pool().query(
      `UPDATE account_gates SET failures = 3, open_since = now(), probe_at = now()
       WHERE account_id = $1`,
      [at.accountId],
    );
    expect(await claimBatch(lane, { resuming: true })).toMatchObject({ batch: { isProbe: true } });
    await transaction((tx) => noteAlive(tx, at.accountId, "rcs"));
    expect(await claimBatch(other, { resuming: true })).toEqual({ kind: "empty" });
    // Its lane's next claim comes once the probe is over.
    expect(await claimBatch(lane, { resuming: true })).toMatchObject({
      batch: { isProbe: false, kind: "bulk" },
    });
  });

  it("leaves a batch that a probe made too small for a bulk call to single ones", async () => {
    fail();
    const numbers = usNumbers(100);
    const id = await start(numbers);
    await openBreaker(id);
    at.sandbox.configure({});
    const run = await workRun(at, id);
    expect(at.sandbox.report().byOperation).toMatchObject({
      bulk_lookup: { calls: 3, billed: 0 },
      single_lookup: { calls: 100, billed: 100 },
    });
    expectLedgerAgrees(at, run);
    await expectRightAnswers(id, numbers);
  });
});

it("a run that is paused while calls wait for their moment makes none of them", async () => {
  await slowDown();
  at.sandbox.configure({ refuseKey: true, latencyMs: 100 });
  const id = await start(usNumbers(2_000));
  await stepRun(id, 3);
  expect(calls()).toBe(1);
  expect(await getRun(at.user, id)).toMatchObject({ status: "paused", ledger: { calls: 1 } });
});
