import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import type { Child } from "@/lib/start-child";
import { expectRightAnswers, withLookups } from "@/test/lookups";
import { makeAccount } from "@/test/people";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { expectLedgerAgrees } from "@/test/steps";
import { kill, startWorker } from "@/test/workers";

// A worker may hold two of an account's four lanes: both workers have a part in each run.
process.env.WORKER_CONCURRENCY = "2";
process.env.WORKER_GONE_MS = "3000";
const at = withLookups("one");
let other: Child<object>;
beforeAll(async () => {
  other = await startWorker("other", at.sandbox.url);
});
afterAll(() => other.stop());

const numbers = usNumbers(24);

/** Starts a run and lets it come to a stand with calls of both workers under way. */
async function runUnderWay(): Promise<string> {
  at.sandbox.configure({ holdAfter: 8 });
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  await expect.poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 }).toBe(12);
  return id;
}

async function conductorOf(runId: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ executor_id: string }>(
    `SELECT executor_id FROM dbos.workflow_status
     WHERE workflow_uuid LIKE 'run:' || $1 || ':%' AND status = 'PENDING'`,
    [runId],
  );
  return rows[0]?.executor_id;
}

describe("the work of a worker that does not come back", () => {
  it.each(["killed", "stopped"] as const)("is done by another when it was %s", async (how) => {
    const id = await runUnderWay();
    // The one that conducts the run: nobody else would start its lanes, or end it.
    const isOther = (await conductorOf(id)) === "other";
    const leaver = isOther ? other : at.worker;
    if (how === "killed") {
      await kill(leaver);
      at.sandbox.configure({});
    } else {
      const stopped = leaver.stop();
      at.sandbox.configure({});
      await stopped;
    }
    const run = await runInState(at.user, id, "done");
    await expectRightAnswers(id, numbers);
    expectLedgerAgrees(at, run);
    // A call of its two lanes that was under way is asked again, and what was being stored.
    expect(run.ledger.ambiguous).toBeLessThanOrEqual(how === "killed" ? 4 : 0);
    const fresh = await startWorker(isOther ? "other" : "one", at.sandbox.url);
    if (isOther) other = fresh;
    else at.worker = fresh;
  });
});

it("work that a living worker's engine has dropped is taken up all the same", async () => {
  const accountId = await makeAccount(at.user, { callsAtOnce: 1, callsPerSecond: 1_000 });
  at.sandbox.configure({ holdAfter: 0 });
  const [first, second] = [usNumbers(1, 100), usNumbers(2, 200)];
  const { id: firstId } = await draftRun(at.user, accountId, first);
  const { id: secondId } = await draftRun(at.user, accountId, second);
  await startRun(at.user, firstId);
  await expect.poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 }).toBe(1);
  await startRun(at.user, secondId);
  // As when the connection breaks between the engine's claim of a lane and the answer to it: the
  // lane counts as one of the account's calls at once, and nobody executes it.
  const claim = async () =>
    (
      await pool().query(
        `UPDATE dbos.workflow_status SET status = 'PENDING', executor_id = 'one'
         WHERE workflow_uuid LIKE 'lane:' || $1 || ':%' AND status = 'ENQUEUED'`,
        [secondId],
      )
    ).rowCount;
  await expect.poll(claim, { timeout: 20_000 }).toBe(1);
  at.sandbox.configure({});
  await runInState(at.user, firstId, "done");
  await runInState(at.user, secondId, "done");
  await expectRightAnswers(secondId, second);
  expect(at.sandbox.report().totals).toMatchObject({ billed: 3, askedMoreThanOnce: 0 });
});

describe("a worker", () => {
  it("ends when others have taken it for gone, so that no work is done twice", async () => {
    const asleep = await startWorker("asleep", at.sandbox.url);
    const gone = once(asleep.process, "exit");
    await pool().query("DELETE FROM workers WHERE id = 'asleep'");
    const [code] = await gone;
    expect(code).toBe(1);
  });

  it("ends when another process has taken its name", async () => {
    const first = await startWorker("same", at.sandbox.url);
    const gone = once(first.process, "exit");
    const second = await startWorker("same", at.sandbox.url);
    const [code] = await gone;
    expect(code).toBe(1);
    await second.stop();
    const { rows } = await pool().query("SELECT 1 FROM workers WHERE id = 'same'");
    expect(rows).toEqual([]);
  });

  it("that nobody named has a name of its own", async () => {
    const unnamed = await Promise.all([
      startWorker("", at.sandbox.url),
      startWorker("", at.sandbox.url),
    ]);
    const { rows } = await pool().query("SELECT id FROM workers WHERE id NOT IN ('one', 'other')");
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
    for (const worker of unnamed) await worker.stop();
  });
});
