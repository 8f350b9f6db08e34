import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { getRun } from "@/lib/runs/get-run";
import { startRun } from "@/lib/runs/start-run";
import { listContacts } from "@/lib/segments/list-contacts";
import { answerFor } from "@/sandbox/answers";
import { checkedRun, passInState, sandboxDetails } from "@/test/details";
import { expectRightAnswers, withLookups } from "@/test/lookups";
import { makeAccount } from "@/test/people";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { kill, startWorker } from "@/test/workers";
import { cancelDetails } from "./cancel-details";
import { getDetailProgress } from "./get-detail-progress";
import { getDetails, getLatestPass } from "./get-details";
import { getOperators } from "./get-operators";
import { pauseDetails } from "./pause-details";
import { resumeDetails } from "./resume-details";
import { startDetails } from "./start-details";

const at = withLookups("details-test");
const rcs = { segment: "rcs", filter: {} } as const;
const all = { segment: "all", filter: {} } as const;

const run = (count: number) => checkedRun(at.user, at.accountId, usNumbers(count));
const asked = () => at.sandbox.report().byOperation.number_lookup;
const polls = () => at.sandbox.report().byOperation.number_lookup_details?.calls ?? 0;

async function detailsOf(runId: string) {
  const { items } = await listContacts(at.user, runId, { limit: 500 });
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
    const runId = await checkedRun(at.user, at.accountId, numbers);
    const reachable = numbers.filter((number) => answerFor(number).rcs);
    const before = await getDetails(at.user, runId, { segment: "rcs" });
    expect(before).toMatchObject({
      selection: { contacts: reachable.length, known: 0, toFetch: 0, toAsk: reachable.length },
      cost: { pricePerDetail: 0.004, currency: "USD" },
      pass: null,
    });
    expect(before.cost.estimated).toBeCloseTo(reachable.length * 0.004, 6);
    await startDetails(at.user, runId, { ...rcs, atMost: reachable.length });
    const pass = await passInState(at.user, runId, "done");
    expect(asked()).toEqual({
      calls: Math.ceil(reachable.length / 100),
      numbers: reachable.length,
      billed: reachable.length,
    });
    expect(at.sandbox.report().totals.askedMoreThanOnce).toBe(0);
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
      const said = await sandboxDetails(at.sandbox.url, number);
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
    expect((await getDetails(at.user, runId, { segment: "rcs" })).selection).toMatchObject({
      known: reachable.length,
      toAsk: 0,
    });
  });

  it("is counted by current operator, and its progress is what the plan says of it", async () => {
    const runId = await run(60);
    expect(await getDetailProgress(at.user, runId)).toMatchObject({
      pass: null,
      total: { requests: 0, billed: 0 },
    });
    expect(await getOperators(at.user, runId)).toMatchObject({ numbers: 0, operators: [] });
    await startDetails(at.user, runId, all);
    await passInState(at.user, runId, "done");
    const { pass, total } = await getDetails(at.user, runId, { segment: "all" });
    expect(await getDetailProgress(at.user, runId)).toEqual({ pass, total });

    const known = [...(await detailsOf(runId)).values()];
    const breakdown = await getOperators(at.user, runId);
    expect(breakdown).toMatchObject({
      numbers: 60,
      ported: known.filter((details) => details?.ported).length,
      roaming: known.filter((details) => details?.roaming).length,
    });
    for (const { operator, numbers, ported } of breakdown.operators) {
      const of = known.filter((details) => details?.currentOperator === operator);
      expect(numbers).toBe(of.length);
      expect(ported).toBe(of.filter((details) => details?.ported).length);
    }
    expect(breakdown.operators.reduce((sum, { numbers }) => sum + numbers, 0)).toBe(60);
  });

  it("leaves the run's own ledger of RCS lookups as it was", async () => {
    const runId = await run(20);
    await startDetails(at.user, runId, all);
    await passInState(at.user, runId, "done");
    const { ledger, cost } = await getRun(at.user, runId);
    expect({ ledger, soFar: cost.soFar }).toEqual({
      ledger: { calls: 0, billed: 0, ambiguous: 0, excess: 0 },
      soFar: 0,
    });
    const { total } = await getDetails(at.user, runId, { segment: "all" });
    expect(total).toMatchObject({ requests: 1, polls: 20, billed: 20, cost: 0.08 });
  });

  it("asks for details again until they are ready, without requesting anything twice", async () => {
    at.sandbox.configure({ detailsReadyAfterMs: 600_000 });
    const runId = await run(60);
    await startDetails(at.user, runId, all);
    await expect.poll(polls, { timeout: 20_000 }).toBeGreaterThan(60);
    at.sandbox.configure({});
    const pass = await passInState(at.user, runId, "done");
    expect(pass).toMatchObject({ states: { ready: 60 }, ledger: { billed: 60 } });
    expect(pass.ledger.polls).toBe(polls());
    expect(asked()).toEqual({ calls: 1, numbers: 60, billed: 60 });
  });

  it("is started once, however often and from wherever it is started", async () => {
    const runId = await run(300);
    const passes = await Promise.all([1, 2, 3].map(() => startDetails(at.user, runId, all)));
    expect(new Set(passes.map((pass) => pass.id)).size).toBe(1);
    await passInState(at.user, runId, "done");
    expect(asked()).toMatchObject({ numbers: 300, billed: 300 });
    await expect(startDetails(at.user, runId, all)).rejects.toMatchObject({
      code: "nothing_to_look_up",
    });
  });

  it("makes no call after a pause, and goes on where it stood", async () => {
    at.sandbox.configure({ latencyMs: 100 });
    const runId = await run(250);
    await startDetails(at.user, runId, all);
    await expect
      .poll(() => numbersInState(runId, "ready"), { timeout: 20_000 })
      .toBeGreaterThan(10);
    expect(await pauseDetails(at.user, runId)).toMatchObject({ status: "paused", reason: null });
    await noCallUnderWay(runId);
    const { calls } = at.sandbox.report().totals;
    expect(await numbersInState(runId, "ready")).toBeLessThan(250);
    await expect(startDetails(at.user, runId, all)).rejects.toMatchObject({ code: "run_state" });
    expect(at.sandbox.report().totals.calls).toBe(calls);
    await resumeDetails(at.user, runId);
    const pass = await passInState(at.user, runId, "done");
    expect(pass.states.ready).toBe(250);
    expect(asked()).toMatchObject({ numbers: 250, billed: 250 });
  });

  it("that is cancelled leaves its lookup ids to the next one, which fetches them for free", async () => {
    at.sandbox.configure({ detailsReadyAfterMs: 600_000 });
    const runId = await run(150);
    await startDetails(at.user, runId, all);
    await expect.poll(() => numbersInState(runId, "requested"), { timeout: 20_000 }).toBe(150);
    expect((await cancelDetails(at.user, runId)).status).toBe("cancelled");
    await noCallUnderWay(runId);
    await expect(resumeDetails(at.user, runId)).rejects.toMatchObject({ code: "run_state" });
    at.sandbox.configure({});
    const { selection, cost } = await getDetails(at.user, runId, { segment: "all" });
    expect(selection).toMatchObject({ toFetch: 150, toAsk: 0 });
    expect(cost.estimated).toBe(0);
    expect(await startDetails(at.user, runId, all)).toMatchObject({ asked: 0, askedBefore: 150 });
    const pass = await passInState(at.user, runId, "done");
    expect(pass).toMatchObject({ states: { ready: 150 }, ledger: { requests: 0, billed: 0 } });
    expect(asked()).toMatchObject({ numbers: 150, billed: 150 });
  });

  it("finishes although every seventh call fails, and the ledger says what may be billed twice", async () => {
    at.sandbox.configure({ failEvery: { n: 7, how: "rcs_500" } });
    const runId = await run(120);
    await startDetails(at.user, runId, all);
    const pass = await passInState(at.user, runId, "done");
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

it("a pass whose host is down takes no place from the account's RCS lookups", async () => {
  const accountId = await makeAccount(at.user, { callsAtOnce: 1, callsPerSecond: 1_000 });
  at.sandbox.configure({ failEvery: { n: 1, how: "rcs_500", operation: "number_lookup" } });
  const checked = await checkedRun(at.user, accountId, usNumbers(20));
  await startDetails(at.user, checked, all);
  const waiting = async () => (await getLatestPass(at.user, checked)).waiting?.reason;
  await expect.poll(waiting, { timeout: 20_000 }).toBe("kaleyra_down");
  const numbers = usNumbers(30, 1_000);
  const { id } = await draftRun(at.user, accountId, numbers);
  await startRun(at.user, id);
  await runInState(at.user, id, "done");
  await expectRightAnswers(id, numbers);
  expect(await waiting()).toBe("kaleyra_down");
  await cancelDetails(at.user, checked);
});

describe("a worker", () => {
  it("takes up a pass whose conducting workflow is gone", async () => {
    await at.worker.stop();
    const runId = await run(20);
    await startDetails(at.user, runId, all);
    await pool().query("UPDATE detail_passes SET round = 7 WHERE run_id = $1", [runId]);
    at.worker = await startWorker("details-test", at.sandbox.url);
    expect((await passInState(at.user, runId, "done")).states.ready).toBe(20);
  });

  it("that is killed goes on after its restart, and asks again only what was in flight", async () => {
    at.sandbox.configure({ latencyMs: 40, detailsReadyAfterMs: 300 });
    const runId = await run(420);
    await startDetails(at.user, runId, all);
    await expect
      .poll(() => numbersInState(runId, "ready"), { timeout: 30_000 })
      .toBeGreaterThan(20);
    await kill(at.worker);
    at.worker = await startWorker("details-test", at.sandbox.url);
    const pass = await passInState(at.user, runId, "done");
    expect(pass.states).toMatchObject({ ready: 420, no_answer: 0, failed: 0 });
    expect(at.sandbox.report().totals.askedMoreThanOnce).toBeLessThanOrEqual(pass.ledger.ambiguous);
    expect(pass.ledger.billed).toBe(420);
  });
});
