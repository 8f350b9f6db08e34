import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SessionUser } from "@/lib/auth/session";
import { closePool, pool } from "@/lib/db/pool";
import { closeQueue } from "@/lib/lookups/queue";
import { getRun } from "@/lib/runs/get-run";
import { listContacts } from "@/lib/segments/list-contacts";
import type { Child } from "@/lib/start-child";
import { answerFor } from "@/sandbox/answers";
import { type Sandbox, startSandbox } from "@/sandbox/server";
import { checkedRun, passInState, sandboxDetails } from "@/test/details";
import { makeAccount, makeUser } from "@/test/people";
import { usNumbers } from "@/test/runs";
import { kill, startWorker } from "@/test/workers";
import { cancelDetails } from "./cancel-details";
import { getDetails } from "./get-details";
import { pauseDetails } from "./pause-details";
import { resumeDetails } from "./resume-details";
import { startDetails } from "./start-details";

let sandbox: Sandbox;
let worker: Child<object>;
let user: SessionUser;
let accountId: string;

const rcs = { segment: "rcs", filter: {} } as const;
const all = { segment: "all", filter: {} } as const;

beforeAll(async () => {
  sandbox = await startSandbox({ settings: { latencyMs: 10 } });
  worker = await startWorker("details-test", sandbox.url);
});
beforeEach(async () => {
  user = await makeUser();
  accountId = await makeAccount(user, { pricePerDetail: 0.004 });
});
afterEach(() => {
  sandbox.configure({});
  sandbox.clearLog();
});
afterAll(async () => {
  await worker.stop();
  await sandbox.stop();
  await closeQueue();
  await closePool();
});

const asked = () => sandbox.report().byOperation.number_lookup;
const polls = () => sandbox.report().byOperation.number_lookup_details?.calls ?? 0;

async function detailsOf(runId: string) {
  const { items } = await listContacts(user, runId, { limit: 500 });
  return new Map(items.map((contact) => [contact.number, contact.details]));
}

async function numbersInState(runId: string, state: string): Promise<number> {
  const { rows } = await pool().query(
    'SELECT count(*)::int AS count FROM number_details WHERE run_id = $1 AND state = $2::"DetailState"',
    [runId, state],
  );
  return rows[0].count;
}

/** Waits until the ledger has no open call of a run. */
async function noCallUnderWay(runId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await pool().query(
          `SELECT (SELECT count(*)::int FROM lookup_calls WHERE run_id = $1 AND result IS NULL)
             + (SELECT count(*)::int FROM number_details WHERE run_id = $1 AND state = 'requesting')
             AS open`,
          [runId],
        );
        return rows[0].open;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
}

describe("a pass over number details", () => {
  it("stores what Kaleyra says of each number of the segment, and asks each once", async () => {
    const numbers = usNumbers(250);
    const runId = await checkedRun(user, accountId, numbers);
    const reachable = numbers.filter((number) => answerFor(number).rcs);
    const before = await getDetails(user, runId, { segment: "rcs" });
    expect(before).toMatchObject({
      selection: { contacts: reachable.length, known: 0, toFetch: 0, toAsk: reachable.length },
      cost: { pricePerDetail: 0.004, currency: "USD" },
      pass: null,
    });
    expect(before.cost.estimated).toBeCloseTo(reachable.length * 0.004, 6);
    await startDetails(user, runId, { ...rcs, atMost: reachable.length });
    const pass = await passInState(user, runId, "done");
    expect(asked()).toEqual({
      calls: Math.ceil(reachable.length / 100),
      numbers: reachable.length,
      billed: reachable.length,
    });
    expect(sandbox.report().totals.askedMoreThanOnce).toBe(0);
    expect(pass).toMatchObject({
      asked: reachable.length,
      progress: { done: reachable.length, total: reachable.length },
      states: { ready: reachable.length, wanted: 0, no_answer: 0, failed: 0 },
      ledger: { billed: reachable.length, ambiguous: 0 },
    });
    expect(pass.ledger.cost).toBeCloseTo(before.cost.estimated, 6);
    const stored = await detailsOf(runId);
    for (const number of numbers) {
      if (!reachable.includes(number)) {
        expect(stored.get(number)).toBeNull();
        continue;
      }
      const said = await sandboxDetails(sandbox.url, number);
      expect(stored.get(number)).toMatchObject({
        state: "ready",
        country: said.country,
        callingCode: said.country_code,
        currentOperator: said.current_operator,
        currentMcc: said.current_mcc,
        currentMnc: said.current_mnc,
        originalOperator: said.original_operator,
        originalMcc: said.original_mcc,
        originalMnc: said.original_mnc,
        ported: said.ported,
        roaming: said.roaming,
        other: {},
        failure: null,
        fetchedAt: expect.stringMatching(/Z$/),
      });
    }
    expect((await getDetails(user, runId, { segment: "rcs" })).selection).toMatchObject({
      known: reachable.length,
      toAsk: 0,
    });
  });

  it("leaves the run's own ledger of RCS lookups as it was", async () => {
    const runId = await checkedRun(user, accountId, usNumbers(20));
    await startDetails(user, runId, all);
    await passInState(user, runId, "done");
    const { ledger, cost } = await getRun(user, runId);
    expect({ ledger, soFar: cost.soFar }).toEqual({
      ledger: { calls: 0, billed: 0, ambiguous: 0, excess: 0 },
      soFar: 0,
    });
    const { total } = await getDetails(user, runId, { segment: "all" });
    expect(total).toMatchObject({ requests: 1, polls: 20, billed: 20, cost: 0.08 });
  });

  it("asks for details again until they are ready, without requesting anything twice", async () => {
    sandbox.configure({ detailsReadyAfterMs: 600_000 });
    const runId = await checkedRun(user, accountId, usNumbers(60));
    await startDetails(user, runId, all);
    await expect.poll(polls, { timeout: 20_000 }).toBeGreaterThan(60);
    sandbox.configure({});
    const pass = await passInState(user, runId, "done");
    expect(pass).toMatchObject({ states: { ready: 60 }, ledger: { billed: 60 } });
    expect(pass.ledger.polls).toBe(polls());
    expect(asked()).toEqual({ calls: 1, numbers: 60, billed: 60 });
  });

  it("is started once, however often and from wherever it is started", async () => {
    const runId = await checkedRun(user, accountId, usNumbers(300));
    const passes = await Promise.all([1, 2, 3].map(() => startDetails(user, runId, all)));
    expect(new Set(passes.map((pass) => pass.id)).size).toBe(1);
    await passInState(user, runId, "done");
    expect(asked()).toMatchObject({ numbers: 300, billed: 300 });
    await expect(startDetails(user, runId, all)).rejects.toMatchObject({
      code: "nothing_to_look_up",
    });
  });

  it("makes no call after a pause, and goes on where it stood", async () => {
    sandbox.configure({ latencyMs: 100 });
    const runId = await checkedRun(user, accountId, usNumbers(250));
    await startDetails(user, runId, all);
    await expect
      .poll(() => numbersInState(runId, "ready"), { timeout: 20_000 })
      .toBeGreaterThan(10);
    expect(await pauseDetails(user, runId)).toMatchObject({ status: "paused", reason: null });
    await noCallUnderWay(runId);
    const { calls } = sandbox.report().totals;
    expect(await numbersInState(runId, "ready")).toBeLessThan(250);
    await expect(startDetails(user, runId, all)).rejects.toMatchObject({ code: "run_state" });
    expect(sandbox.report().totals.calls).toBe(calls);
    await resumeDetails(user, runId);
    const pass = await passInState(user, runId, "done");
    expect(pass.states.ready).toBe(250);
    expect(asked()).toMatchObject({ numbers: 250, billed: 250 });
  });

  it("that is cancelled leaves its lookup ids to the next one, which fetches them for free", async () => {
    sandbox.configure({ detailsReadyAfterMs: 600_000 });
    const runId = await checkedRun(user, accountId, usNumbers(150));
    await startDetails(user, runId, all);
    await expect.poll(() => numbersInState(runId, "requested"), { timeout: 20_000 }).toBe(150);
    expect((await cancelDetails(user, runId)).status).toBe("cancelled");
    await noCallUnderWay(runId);
    await expect(resumeDetails(user, runId)).rejects.toMatchObject({ code: "run_state" });
    sandbox.configure({});
    const { selection, cost } = await getDetails(user, runId, { segment: "all" });
    expect(selection).toMatchObject({ toFetch: 150, toAsk: 0 });
    expect(cost.estimated).toBe(0);
    expect(await startDetails(user, runId, all)).toMatchObject({ asked: 0, askedBefore: 150 });
    const pass = await passInState(user, runId, "done");
    expect(pass).toMatchObject({ states: { ready: 150 }, ledger: { requests: 0, billed: 0 } });
    expect(asked()).toMatchObject({ numbers: 150, billed: 150 });
  });

  it("finishes although every seventh call fails, and the ledger says what may be billed twice", async () => {
    sandbox.configure({ failEvery: { n: 7, how: "rcs_500" } });
    const runId = await checkedRun(user, accountId, usNumbers(120));
    await startDetails(user, runId, all);
    const pass = await passInState(user, runId, "done");
    expect(pass.states).toMatchObject({ ready: 120, failed: 0 });
    expect(asked()?.billed).toBe(120);
    const { rows } = await pool().query(
      `SELECT operation, billing, sum(numbers)::int AS numbers FROM lookup_calls
       WHERE run_id = $1 AND result <> 'ok' GROUP BY 1, 2 ORDER BY 1`,
      [runId],
    );
    const polls = rows.filter((row) => row.operation === "number_lookup_details");
    expect(polls).toEqual([expect.objectContaining({ billing: "free" })]);
    const requests = rows.filter((row) => row.operation === "number_lookup");
    expect(requests.every((row) => row.billing === "ambiguous")).toBe(true);
    expect(pass.ledger.ambiguous).toBe(requests[0]?.numbers ?? 0);
  });
});

describe("a worker", () => {
  it("that is killed goes on after its restart, and asks again only what was in flight", async () => {
    sandbox.configure({ latencyMs: 40, detailsReadyAfterMs: 300 });
    const runId = await checkedRun(user, accountId, usNumbers(420));
    await startDetails(user, runId, all);
    await expect
      .poll(() => numbersInState(runId, "ready"), { timeout: 30_000 })
      .toBeGreaterThan(20);
    await kill(worker);
    worker = await startWorker("details-test", sandbox.url);
    const pass = await passInState(user, runId, "done");
    expect(pass.states).toMatchObject({ ready: 420, no_answer: 0, failed: 0 });
    expect(sandbox.report().totals.askedMoreThanOnce).toBeLessThanOrEqual(pass.ledger.ambiguous);
    expect(pass.ledger.billed).toBe(420);
  });
});
