import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DetailPassView } from "@/lib/api/details";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { gateDelay } from "@/lib/lookups/gate";
import { runWaiting } from "@/lib/runs/run-waiting";
import { sandboxForTests } from "@/sandbox/testing/sandbox-for-tests";
import { checkedRun } from "@/test/details";
import { makeAccount, makeUser } from "@/test/people";
import { usNumbers } from "@/test/runs";
import { getDetails, getLatestPass } from "./get-details";
import { planDetails } from "./plan-details";
import { resumeDetails } from "./resume-details";
import { settleDetails } from "./settle-details";
import { startDetails } from "./start-details";
import { workDetails } from "./work-details";

// No worker runs here: the tests take its steps, and let every wait be over at once.
const { sandbox } = await sandboxForTests();
process.env.KALEYRA_API_URL = sandbox.url;
let user: SessionUser;
let accountId: string;
const all = { segment: "all", filter: {} } as const;

beforeEach(async () => {
  user = await makeUser();
  accountId = await makeAccount(user, { callsPerSecond: 1_000 });
});

const run = (count: number) => checkedRun(user, accountId, usNumbers(count));
const asked = () => sandbox.report().byOperation.number_lookup;
const selectionOf = async (runId: string) =>
  (await getDetails(user, runId, { segment: "all" })).selection;

async function letWaitsBeOver(runId: string): Promise<void> {
  await pool().query(
    `UPDATE number_details SET next_poll_at = now() WHERE run_id = $1 AND state = 'requested'`,
    [runId],
  );
  await pool().query(
    `UPDATE account_gates SET next_at = now(), held_until = least(held_until, now()),
       api_probe_at = now()
     WHERE account_id = $1`,
    [accountId],
  );
}

/** Makes one step of each lane of the run's pass. */
async function step(runId: string, lanes = 1) {
  const { rows } = await pool().query<{ id: string; round: number }>(
    "SELECT id, round FROM detail_passes WHERE run_id = $1 ORDER BY created_at DESC LIMIT 1",
    [runId],
  );
  const { id: passId = "", round = 0 } = rows[0] ?? {};
  await planDetails(passId, round);
  const steps = await Promise.all(
    Array.from({ length: lanes }, (_, no) =>
      workDetails({ passId, round, id: `lane:${passId}:${round}:${no}` }),
    ),
  );
  const haveEnded = steps.every(({ next }) => next === "end");
  return { isOver: haveEnded && (await settleDetails(passId, round)) === 0 };
}

/** The most attempts that count against a number of a run. */
async function mostAttempts(runId: string): Promise<number> {
  const { rows } = await pool().query<{ most: number }>(
    "SELECT max(attempts) AS most FROM number_details WHERE run_id = $1",
    [runId],
  );
  return rows[0]?.most ?? 0;
}

/** How many numbers each request of a run has asked for, in their order. */
async function numbersAsked(runId: string): Promise<number[]> {
  const { rows } = await pool().query<{ numbers: number }>(
    `SELECT numbers FROM lookup_calls WHERE run_id = $1 AND operation = 'number_lookup' ORDER BY id`,
    [runId],
  );
  return rows.map(({ numbers }) => numbers);
}

/** Works on a pass until it ends or is paused. */
async function work(runId: string): Promise<DetailPassView> {
  for (let isOver = false; !isOver; ) {
    await letWaitsBeOver(runId);
    ({ isOver } = await step(runId));
  }
  return getLatestPass(user, runId);
}

async function lookUp(runId: string): Promise<DetailPassView> {
  await startDetails(user, runId, all);
  return work(runId);
}

async function pollsOf(runId: string): Promise<number> {
  const { rows } = await pool().query("SELECT polls FROM number_details WHERE run_id = $1", [
    runId,
  ]);
  return rows[0].polls;
}

async function countByFailure(runId: string) {
  const { rows } = await pool().query<{ failure: string; count: number }>(
    `SELECT failure, count(*)::int AS count FROM number_details
     WHERE run_id = $1 AND failure IS NOT NULL GROUP BY 1`,
    [runId],
  );
  return Object.fromEntries(rows.map(({ failure, count }) => [failure, count]));
}

describe("a request", () => {
  it("may leave numbers out: they got no answer, may be billed, and can be asked for again", async () => {
    sandbox.configure({ missingShare: 0.2 });
    const runId = await run(200);
    const { states, ledger } = await lookUp(runId);
    expect(states.ready + states.no_answer).toBe(200);
    expect(states.no_answer).toBeGreaterThan(0);
    expect(ledger.billed).toBe(200);
    expect(asked()?.billed).toBe(200);
    expect(await selectionOf(runId)).toMatchObject({ toAsk: states.no_answer, toFetch: 0 });
    sandbox.configure({});
    sandbox.clearLog();
    expect((await lookUp(runId)).states).toMatchObject({ ready: states.no_answer, no_answer: 0 });
    expect(asked()?.numbers).toBe(states.no_answer);
  });

  it("may have numbers that Kaleyra calls invalid: they failed, and cost nothing", async () => {
    sandbox.configure({ rejectShare: 0.2 });
    const runId = await run(200);
    const { states, ledger } = await lookUp(runId);
    expect(await countByFailure(runId)).toEqual({ invalid_number: states.failed });
    expect(states.failed).toBeGreaterThan(0);
    expect(states).toMatchObject({ ready: 200 - states.failed, no_answer: 0 });
    expect(ledger.billed).toBe(asked()?.billed);
    expect(ledger.billed).toBe(200 - states.failed);
  });

  it("is not confused by numbers that are named twice or that nobody asked for", async () => {
    sandbox.configure({ doubledShare: 0.3, foreignShare: 0.3 });
    expect((await lookUp(await run(150))).states.ready).toBe(150);
  });

  it("that is refused is sent number by number, so that one can't spoil the others", async () => {
    sandbox.configure({ failNumbers: { share: 0.05, how: "redirect" } });
    const runId = await run(200);
    const { states, ledger } = await lookUp(runId);
    expect(states.failed).toBeGreaterThan(0);
    expect(states.failed).toBeLessThan(30);
    expect(states.ready).toBe(200 - states.failed);
    expect(await countByFailure(runId)).toEqual({ refused_request: states.failed });
    expect(ledger).toMatchObject({ billed: states.ready, ambiguous: 0 });
  });

  it("that breaks off each time is tried five times, counted as possibly billed, and given up", async () => {
    sandbox.configure({
      failEvery: { n: 1, how: "reset_after_billing", operation: "number_lookup" },
    });
    const runId = await run(1);
    await startDetails(user, runId, all);
    for (let attempt = 1; attempt <= 5; attempt++) {
      await pool().query(
        "UPDATE account_gates SET api_failures = 0, api_open_since = NULL WHERE account_id = $1",
        [accountId],
      );
      await step(runId);
    }
    const pass = await work(runId);
    expect(pass).toMatchObject({ status: "done", states: { failed: 1 } });
    expect(pass.ledger).toMatchObject({ requests: 5, billed: 0, ambiguous: 5, cost: 0.02 });
    expect(asked()).toEqual({ calls: 5, numbers: 5, billed: 5 });
    expect(await selectionOf(runId)).toMatchObject({ toAsk: 1 });
  });
});

describe("details", () => {
  it.each(["bare", "empty", "202"] as const)(
    "that are never ready (%s) end as no answer, and are fetched again for free",
    async (detailsPendingAs) => {
      sandbox.configure({ detailsReadyAfterPolls: 1_000, detailsPendingAs });
      const runId = await run(5);
      const pass = await lookUp(runId);
      expect(pass.states).toMatchObject({ no_answer: 5 });
      expect(pass.ledger).toMatchObject({ polls: 5 * 12, billed: 5 });
      sandbox.configure({});
      expect(await selectionOf(runId)).toMatchObject({ toAsk: 0, toFetch: 5 });
      expect(await lookUp(runId)).toMatchObject({
        asked: 0,
        askedBefore: 5,
        states: { ready: 5 },
        ledger: { requests: 0, polls: 5, billed: 0, cost: 0 },
      });
      expect(asked()?.numbers).toBe(5);
    },
  );

  it("that are not ready are waited for longer each time, at most a minute", async () => {
    sandbox.configure({ detailsReadyAfterPolls: 1_000 });
    const runId = await run(1);
    await startDetails(user, runId, all);
    const random = vi.spyOn(Math, "random").mockReturnValue(1);
    const waits: number[] = [];
    for (const polls of [0, 1, 2, 9]) {
      await pool().query("UPDATE number_details SET polls = $2 WHERE run_id = $1", [runId, polls]);
      await letWaitsBeOver(runId);
      // The first step requests the number; its details may be due at once or a little later.
      for (let look = 0; look < 10 && (await pollsOf(runId)) === polls; look++) {
        await letWaitsBeOver(runId);
        await step(runId);
      }
      const { rows } = await pool().query<{ wait: number }>(
        // Both moments were written by one transaction.
        `SELECT round(extract(epoch FROM next_poll_at
           - (SELECT max(finished_at) FROM lookup_calls WHERE run_id = $1)))::int AS wait
         FROM number_details WHERE run_id = $1`,
        [runId],
      );
      waits.push(rows[0]?.wait ?? 0);
    }
    random.mockRestore();
    expect(waits).toEqual([2, 4, 8, 60]);
  });

  it("are asked for anew when their lookup id is a day old", async () => {
    sandbox.configure({ detailsReadyAfterPolls: 1_000 });
    const runId = await run(2);
    await lookUp(runId);
    sandbox.configure({});
    await pool().query(
      "UPDATE number_details SET requested_at = now() - interval '25 hours' WHERE run_id = $1",
      [runId],
    );
    expect(await selectionOf(runId)).toMatchObject({ toAsk: 2, toFetch: 0 });
    expect(await lookUp(runId)).toMatchObject({ asked: 2, states: { ready: 2 } });
  });

  it("whose lookup id Kaleyra does not know are failed, and are asked for anew", async () => {
    sandbox.configure({ detailsFailShare: 0.2, detailsFailAs: "404" });
    const runId = await run(60);
    const { status, states } = await lookUp(runId);
    expect(status).toBe("done");
    expect(await countByFailure(runId)).toEqual({ not_found: states.failed });
    expect(states.failed).toBeGreaterThan(0);
    expect(await selectionOf(runId)).toMatchObject({ toAsk: states.failed, toFetch: 0 });
  });

  it("that a host serves for no lookup id pause the pass, and no id that was paid for is lost", async () => {
    sandbox.configure({ detailsFailShare: 1, detailsFailAs: "404" });
    const runId = await run(250);
    expect(await lookUp(runId)).toMatchObject({
      status: "paused",
      reason: { kind: "not_found" },
      states: { failed: 0 },
    });
    sandbox.configure({});
    await resumeDetails(user, runId);
    expect(await work(runId)).toMatchObject({ status: "done", states: { ready: 250 } });
    expect(asked()).toMatchObject({ numbers: 250, billed: 250 });
  });

  it("that are not found for the one number of a pass are asked for anew by the next", async () => {
    sandbox.configure({ detailsFailShare: 1, detailsFailAs: "404" });
    const runId = await run(1);
    expect(await lookUp(runId)).toMatchObject({ status: "done", states: { failed: 1 } });
    expect(await selectionOf(runId)).toMatchObject({ toAsk: 1, toFetch: 0 });
  });

  it("that Kaleyra always fails on keep nobody else waiting, and end as failed", async () => {
    sandbox.configure({ detailsFailShare: 0.1, detailsFailAs: "500" });
    const runId = await run(60);
    const { status, states, ledger } = await lookUp(runId);
    expect(status).toBe("done");
    expect(states.failed).toBeGreaterThan(0);
    expect(states.ready).toBe(60 - states.failed);
    expect(await countByFailure(runId)).toEqual({ upstream_failed: states.failed });
    expect(ledger).toMatchObject({ billed: 60, ambiguous: 0 });
    expect(await selectionOf(runId)).toMatchObject({ toAsk: 0, toFetch: states.failed });
  });
});

describe("a pass", () => {
  it.each(["401", "403"] as const)(
    "is paused by a refused key (%s), and resuming goes on where it stood",
    async (refuseKeyAs) => {
      sandbox.configure({ refuseKeyAfter: 40, refuseKeyAs });
      const runId = await run(150);
      const paused = await lookUp(runId);
      expect(paused).toMatchObject({ status: "paused", reason: { kind: "unauthorised" } });
      expect(paused.states.requesting).toBe(0);
      expect(paused.states.ready).toBeGreaterThan(0);
      expect(paused.ledger.ambiguous).toBe(0);
      sandbox.configure({});
      await resumeDetails(user, runId);
      expect(await work(runId)).toMatchObject({ states: { ready: 150 }, ledger: { billed: 150 } });
      expect(asked()?.billed).toBe(150);
    },
  );

  it("waits while the upstream is down, but for probes, and RCS lookups are not held up", async () => {
    sandbox.configure({ down: true });
    const runId = await run(120);
    await startDetails(user, runId, all);
    for (let attempt = 1; attempt <= 6; attempt++) await step(runId);
    expect(sandbox.report().totals.calls).toBe(3);
    expect(await runWaiting(accountId, "api")).toMatchObject({ reason: "kaleyra_down" });
    expect(await runWaiting(accountId, "rcs")).toBeNull();
    expect((await getLatestPass(user, runId)).waiting).toMatchObject({ reason: "kaleyra_down" });
    await letWaitsBeOver(runId);
    await step(runId);
    expect(sandbox.report().totals.calls).toBe(4);
    // The probe asks one number, of those that the lane holds.
    expect(await numbersAsked(runId)).toEqual([100, 100, 100, 1]);
    sandbox.configure({});
    expect((await work(runId)).states).toMatchObject({ ready: 120, failed: 0 });
  });

  it("asks one number by a probe when its lane holds none", async () => {
    sandbox.configure({ down: true });
    const runId = await run(120);
    await startDetails(user, runId, all);
    await pool().query(
      "UPDATE account_gates SET api_failures = 3, api_open_since = now() WHERE account_id = $1",
      [accountId],
    );
    await letWaitsBeOver(runId);
    await step(runId);
    expect(await numbersAsked(runId)).toEqual([1]);
  });

  it("is paused after an hour of an open breaker", async () => {
    sandbox.configure({ down: true });
    const runId = await run(3);
    await startDetails(user, runId, all);
    for (let attempt = 1; attempt <= 4; attempt++) await step(runId);
    await pool().query(
      `UPDATE account_gates SET api_open_since = now() - interval '61 minutes'
       WHERE account_id = $1`,
      [accountId],
    );
    await step(runId);
    expect(await getLatestPass(user, runId)).toMatchObject({
      status: "paused",
      reason: { kind: "kaleyra_down" },
    });
    const { calls } = sandbox.report().totals;
    await resumeDetails(user, runId);
    await step(runId);
    expect(sandbox.report().totals.calls).toBe(calls + 1);
    sandbox.configure({});
    expect((await work(runId)).states.ready).toBe(3);
  });

  it.each(["number_lookup", "number_lookup_details"] as const)(
    "waits, and fails no number, however often calls (%s) are refused as too many",
    async (operation) => {
      sandbox.configure({ failEvery: { n: 1, how: "rate_limit", operation } });
      const runId = await run(3);
      await startDetails(user, runId, all);
      for (let refused = 1; refused <= 25; refused++) {
        await letWaitsBeOver(runId);
        await step(runId);
      }
      expect(await mostAttempts(runId)).toBe(0);
      sandbox.configure({});
      expect(await work(runId)).toMatchObject({
        states: { ready: 3, failed: 0 },
        ledger: { billed: 3, ambiguous: 0 },
      });
    },
  );

  it.each([
    ["number_lookup", 300],
    ["number_lookup_details", 3],
  ] as const)(
    "whose calls (%s) wait for their moment as a hold begins keeps them back, unbilled and unwritten",
    async (operation, count) => {
      const runId = await run(count);
      await startDetails(user, runId, all);
      const isPoll = operation === "number_lookup_details";
      if (isPoll) {
        sandbox.configure({ detailsReadyAfterPolls: 1_000 });
        await step(runId);
      }
      const before = (await getLatestPass(user, runId)).ledger;
      await letWaitsBeOver(runId);
      await pool().query("UPDATE accounts SET calls_per_second = 1 WHERE id = $1", [accountId]);
      const failEvery = { n: 1, how: "rate_limit", retryAfter: 60, operation } as const;
      sandbox.configure({ failEvery, latencyMs: 100 });
      // One lane calls at once and is refused; the others have been promised the next moments.
      await step(runId, 3);
      const { ledger } = await getLatestPass(user, runId);
      const made = isPoll ? ledger.polls - before.polls : ledger.requests - before.requests;
      expect(made).toBe(1);
      expect(sandbox.report().totals.calls).toBe(ledger.requests + ledger.polls);
      expect(await mostAttempts(runId)).toBe(0);
    },
  );

  it("holds all calls of the account for as long as Kaleyra asks", async () => {
    sandbox.configure({ failEvery: { n: 1, how: "rate_limit", retryAfter: 60 } });
    const runId = await run(3);
    await startDetails(user, runId, all);
    await step(runId);
    expect(await gateDelay(pool(), accountId)).toBeGreaterThan(50_000);
    const { calls } = sandbox.report().totals;
    await step(runId);
    expect(sandbox.report().totals.calls).toBe(calls);
    sandbox.configure({});
    expect(await work(runId)).toMatchObject({ states: { ready: 3 }, ledger: { ambiguous: 0 } });
  });

  it("is paused when the host serves no number lookup at all", async () => {
    const runId = await run(150);
    // No path of the sandbox has an empty SID: it answers 404 RCS404.
    await pool().query("UPDATE accounts SET sid = '' WHERE id = $1", [accountId]);
    expect(await lookUp(runId)).toMatchObject({
      status: "paused",
      reason: { kind: "not_found" },
      states: { wanted: 150 },
    });
    expect(sandbox.report().totals.calls).toBe(1);
    await pool().query("UPDATE accounts SET sid = id::text WHERE id = $1", [accountId]);
  });
});

it("asks for a number at most five times when no answer to it could be stored", async () => {
  const runId = await run(2);
  await startDetails(user, runId, all);
  const holdAs = (attempts: number) =>
    pool().query(
      `UPDATE number_details SET state = 'requesting', lane = 'dead', attempts = $2
       WHERE run_id = $1 AND line = 2`,
      [runId, attempts],
    );
  const { rows } = await pool().query("SELECT id FROM detail_passes WHERE run_id = $1", [runId]);
  await planDetails(rows[0].id, 1);
  await holdAs(4);
  await settleDetails(rows[0].id, 1);
  expect((await getLatestPass(user, runId)).states).toMatchObject({ wanted: 2 });
  await holdAs(5);
  await settleDetails(rows[0].id, 1);
  expect(await countByFailure(runId)).toEqual({ internal: 1 });
  expect((await work(runId)).states).toMatchObject({ ready: 1, failed: 1 });
});

it("fetches details at most twenty times when no answer to them could be stored", async () => {
  const runId = await run(1);
  await startDetails(user, runId, all);
  const { rows } = await pool().query("SELECT id FROM detail_passes WHERE run_id = $1", [runId]);
  await planDetails(rows[0].id, 1);
  const failedAfter = async (attempts: number) => {
    await pool().query(
      `UPDATE number_details SET state = 'requested', lookup_id = 'an-id:1', attempts = $2,
         requested_at = now(), next_poll_at = now() WHERE run_id = $1`,
      [runId, attempts],
    );
    await settleDetails(rows[0].id, 1);
    return countByFailure(runId);
  };
  expect(await failedAfter(20)).toEqual({});
  expect(await failedAfter(21)).toEqual({ internal: 1 });
});

it("the last lookup ids on which Kaleyra fails are given up together, and stay free to fetch", async () => {
  sandbox.configure({ detailsFailShare: 0.1, detailsFailAs: "500" });
  const runId = await run(60);
  const { states, ledger, status } = await lookUp(runId);
  expect(status).toBe("done");
  const { failed = 0 } = states;
  expect(failed).toBeGreaterThan(1);
  // Twenty probes of all of them, not of each.
  expect(ledger.polls).toBeLessThan(60 + failed * 5 + 23);
  expect(await selectionOf(runId)).toMatchObject({ toFetch: failed, toAsk: 0 });
  sandbox.configure({});
  expect((await lookUp(runId)).states.failed ?? 0).toBe(0);
});
