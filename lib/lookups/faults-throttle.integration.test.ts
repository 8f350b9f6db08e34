import { describe, expect, it, vi } from "vitest";
import { pool } from "@/lib/db/pool";
import { getRun } from "@/lib/runs/get-run";
import { listCalls } from "@/lib/runs/list-calls";
import { resumeRun } from "@/lib/runs/resume-run";
import { startRun } from "@/lib/runs/start-run";
import type { SettingsInput } from "@/sandbox/settings";
import { expectRightAnswers } from "@/test/lookups";
import { draftRun, usNumbers } from "@/test/runs";
import {
  expectLedgerAgrees,
  letWaitsBeOver,
  lookUp,
  stepRun,
  withSteps,
  workRun,
} from "@/test/steps";
import { gateDelay } from "./gate";
import { noteThrottled } from "./throttle";

const at = withSteps();

type FailEvery = NonNullable<SettingsInput["failEvery"]>;
const always = (retryAfter: Partial<FailEvery> = {}): SettingsInput => ({
  failEvery: { n: 1, how: "rate_limit", ...retryAfter },
});
const calls = () => at.sandbox.report().totals.calls;

async function gate() {
  const { rows } = await pool().query<{ throttles: number; hold: number }>(
    `SELECT throttles, extract(epoch FROM held_until - now())::float8 AS hold
     FROM account_gates WHERE account_id = $1`,
    [at.accountId],
  );
  return rows[0] ?? { throttles: 0, hold: 0 };
}

/** The most attempts that a batch of a run has had. */
async function mostAttempts(runId: string): Promise<number> {
  const { rows } = await pool().query(
    "SELECT max(attempts) AS most FROM batches WHERE run_id = $1",
    [runId],
  );
  return rows[0].most;
}

async function start(numbers: string[]): Promise<string> {
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  return id;
}

describe("a rate limit that lasts", () => {
  it.each([
    ["bulk calls", usNumbers(1_000)],
    ["single calls", usNumbers(3)],
  ])(
    "means waiting, never a failed lookup, however often %s are refused",
    async (_way, numbers) => {
      at.sandbox.configure(always());
      const id = await start(numbers);
      for (let refused = 1; refused <= 25; refused++) {
        await letWaitsBeOver(at.accountId);
        await stepRun(id);
      }
      expect(calls()).toBe(25);
      expect(await getRun(at.user, id)).toMatchObject({
        status: "running",
        outcomes: { pending: numbers.length, failed: 0 },
        ledger: { calls: 25, billed: 0, ambiguous: 0, excess: 0 },
      });
      expect(await mostAttempts(id)).toBe(0);
      at.sandbox.configure({});
      const run = await workRun(at, id);
      expect(at.sandbox.report().totals.billed).toBe(numbers.length);
      expect(run.ledger).toMatchObject({ billed: numbers.length, ambiguous: 0, excess: 0 });
      expectLedgerAgrees(at, run);
      await expectRightAnswers(id, numbers);
    },
  );

  it("waits also when it is told to come back at once, as it was just turned away", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    at.sandbox.configure({ failEvery: { n: 1, how: "rate_limit", retryAfter: 0 } });
    const id = await start(usNumbers(3));
    await letWaitsBeOver(at.accountId);
    await stepRun(id);
    vi.restoreAllMocks();
    const { rows } = await pool().query(
      `SELECT extract(epoch FROM held_until - throttled_since)::float8 AS seconds
       FROM account_gates WHERE account_id = $1`,
      [at.accountId],
    );
    expect(rows[0].seconds).toBeCloseTo(0.5, 1);
  });

  it("leaves all five attempts to a call that fails otherwise after it", async () => {
    at.sandbox.configure(always());
    const id = await start(usNumbers(1));
    for (let refused = 1; refused <= 6; refused++) {
      await letWaitsBeOver(at.accountId);
      await stepRun(id);
    }
    at.sandbox.configure({ failEvery: { n: 1, how: "rcs_500" } });
    await letWaitsBeOver(at.accountId);
    await stepRun(id);
    expect(await getRun(at.user, id)).toMatchObject({ outcomes: { failed: 0, pending: 1 } });
    at.sandbox.configure({});
    expect(await workRun(at, id)).toMatchObject({ status: "done", outcomes: { failed: 0 } });
  });

  it.each([1, 200])("takes no attempt by a probe either, of a batch of %i", async (count) => {
    at.sandbox.configure({ failEvery: { n: 1, how: "rcs_500" } });
    const id = await start(usNumbers(count));
    const step = async () => {
      await letWaitsBeOver(at.accountId);
      await stepRun(id);
      return mostAttempts(id);
    };
    // The third failure opens the breaker: the next call is a probe, of what the lane holds.
    expect([await step(), await step(), await step()]).toEqual([1, 2, 3]);
    at.sandbox.configure(always());
    expect(await step()).toBe(3);
    at.sandbox.configure({ failEvery: { n: 1, how: "rcs_500" } });
    expect(await step()).toBe(4);
    expect(await getRun(at.user, id)).toMatchObject({ outcomes: { pending: count, failed: 0 } });
  });

  it("pauses the run after an hour with a reason of its own; resuming waits anew", async () => {
    at.sandbox.configure(always());
    const numbers = usNumbers(600);
    const id = await start(numbers);
    await stepRun(id);
    const longAgo = () =>
      pool().query(
        `UPDATE account_gates SET throttled_since = now() - interval '61 minutes'
         WHERE account_id = $1 AND throttled_since IS NOT NULL`,
        [at.accountId],
      );
    await longAgo();
    const paused = await workRun(at, id);
    expect(paused).toMatchObject({
      status: "paused",
      reason: { kind: "kaleyra_throttles", detail: expect.stringContaining("calls per second") },
      outcomes: { pending: 600, failed: 0 },
    });
    expect(calls()).toBe(1);
    await resumeRun(at.user, id);
    await letWaitsBeOver(at.accountId);
    await stepRun(id);
    expect(await getRun(at.user, id)).toMatchObject({ status: "running" });
    expect(calls()).toBe(2);
    // Another run of the account is not paused for what an older one went through.
    await longAgo();
    const other = await start(usNumbers(1, 5_000));
    await letWaitsBeOver(at.accountId);
    await stepRun(other);
    expect(await getRun(at.user, other)).toMatchObject({ status: "running" });
    at.sandbox.configure({});
    await workRun(at, other);
    expect(await workRun(at, id)).toMatchObject({ status: "done", ledger: { billed: 600 } });
    await expectRightAnswers(id, numbers);
  });

  it("does not count a night in which nobody called", async () => {
    at.sandbox.configure(always({ retryAfter: 60 }));
    const id = await start(usNumbers(600));
    await stepRun(id);
    await pool().query(
      `UPDATE account_gates SET next_at = now(), held_until = now() - interval '15 hours',
         throttled_since = now() - interval '15 hours' WHERE account_id = $1`,
      [at.accountId],
    );
    await stepRun(id);
    await stepRun(id);
    expect(calls()).toBe(2);
    expect(await getRun(at.user, id)).toMatchObject({
      status: "running",
      waiting: { reason: "throttled" },
    });
  });

  it("began with its first refusal, and the calls that were on their way then count as one", async () => {
    const since = new Date(Date.now() - 30 * 60_000);
    const refuse = () => noteThrottled(pool(), at.accountId, "rcs", 60_000);
    await refuse();
    await pool().query("UPDATE account_gates SET throttled_since = $2 WHERE account_id = $1", [
      at.accountId,
      since,
    ]);
    await Promise.all([refuse(), refuse(), refuse()]);
    expect(await gate()).toMatchObject({ throttles: 1 });
    await letWaitsBeOver(at.accountId);
    await refuse();
    expect(await gate()).toMatchObject({ throttles: 2 });
    const { rows } = await pool().query(
      "SELECT throttled_since FROM account_gates WHERE account_id = $1",
      [at.accountId],
    );
    expect(rows).toEqual([{ throttled_since: since }]);
  });

  it("is over with the first call that is served: the hour begins anew with the next refusal", async () => {
    at.sandbox.configure({ failEvery: { n: 2, how: "rate_limit" } });
    const run = await lookUp(at, usNumbers(3_000));
    expect(run.status).toBe("done");
    expect(await gate()).toMatchObject({ throttles: 0 });
    const { rows } = await pool().query(
      "SELECT throttled_since FROM account_gates WHERE account_id = $1",
      [at.accountId],
    );
    expect(rows).toEqual([{ throttled_since: null }]);
  });
});

describe("a hold", () => {
  it.each([
    ["seconds", 60],
    ["date", 60],
  ] as const)(
    "lasts as long as Retry-After says (%s), and no call is made in it",
    async (as, s) => {
      at.sandbox.configure(always({ retryAfter: s, retryAfterAs: as }));
      const id = await start(usNumbers(2_000));
      await stepRun(id);
      const refused = calls();
      // In seconds by the database's clock; a date is rounded to whole ones.
      expect((await gate()).hold).toBeGreaterThan(50);
      expect((await gate()).hold).toBeLessThanOrEqual(61);
      expect((await getRun(at.user, id)).waiting).toMatchObject({
        reason: "throttled",
        since: expect.any(String),
        until: expect.any(String),
      });
      for (let look = 0; look < 5; look++) await stepRun(id, 4);
      expect(calls()).toBe(refused);
      expect(at.sandbox.report().totals.callsBeforeRetryAfter).toBe(0);
    },
  );

  it("without a Retry-After grows with each refusal in a row, at most to a minute", async () => {
    at.sandbox.configure(always());
    const id = await start(usNumbers(1));
    for (let refused = 1; refused <= 12; refused++) {
      await letWaitsBeOver(at.accountId);
      await stepRun(id);
      const { throttles, hold } = await gate();
      expect(throttles).toBe(refused);
      expect(hold).toBeLessThanOrEqual(Math.min(60, 0.5 * 2 ** refused));
    }
  });

  it("is obeyed when a 503 asks for it too, by probes as well", async () => {
    at.sandbox.configure({ failEvery: { n: 1, how: "html_503", retryAfter: 120 } });
    const id = await start(usNumbers(2_000));
    await stepRun(id);
    expect(await gateDelay(pool(), at.accountId)).toBeGreaterThan(60_000);
    const made = calls();
    await pool().query(
      "UPDATE account_gates SET open_since = now(), probe_at = now() WHERE account_id = $1",
      [at.accountId],
    );
    for (let look = 0; look < 3; look++) await stepRun(id, 4);
    expect(calls()).toBe(made);
  });

  it("that begins while a call waits for its moment keeps that call back, unbilled and unwritten", async () => {
    await pool().query("UPDATE accounts SET calls_per_second = 1 WHERE id = $1", [at.accountId]);
    at.sandbox.configure({ ...always({ retryAfter: 60 }), latencyMs: 100 });
    const id = await start(usNumbers(2_000));
    // One lane calls at once and is refused; the others have been promised the next moments.
    await stepRun(id, 3);
    expect(calls()).toBe(1);
    const { items } = await listCalls(at.user, id, { limit: 10 });
    expect(items).toMatchObject([{ result: "throttled", billing: "free" }]);
    expect(await mostAttempts(id)).toBe(0);
  });
});
