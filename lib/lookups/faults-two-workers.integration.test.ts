import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import type { Child } from "@/lib/start-child";
import { expectRightAnswers, withLookups } from "@/test/lookups";
import { makeAccount } from "@/test/people";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { expectLedgerAgrees } from "@/test/steps";
import { startWorker } from "@/test/workers";

// A worker may hold two of an account's four lanes: both must take part.
process.env.WORKER_CONCURRENCY = "2";
const at = withLookups("first-of-two");
let second: Child<object>;
beforeAll(async () => {
  second = await startWorker("second-of-two", at.sandbox.url);
});
afterAll(() => second.stop());

async function lookUp(numbers: string[], callsPerSecond: number) {
  const accountId = await makeAccount(at.user, { callsPerSecond, callsAtOnce: 4 });
  const { id } = await draftRun(at.user, accountId, numbers);
  await startRun(at.user, id);
  return runInState(at.user, id, "done");
}

async function workersOf(runId: string): Promise<string[]> {
  const { rows } = await pool().query<{ executor_id: string }>(
    `SELECT DISTINCT executor_id FROM dbos.workflow_status
     WHERE workflow_uuid LIKE 'lane:' || $1 || ':%' ORDER BY 1`,
    [runId],
  );
  return rows.map(({ executor_id }) => executor_id);
}

describe("two workers", () => {
  it("together never make more calls in any second than the account allows", async () => {
    const numbers = usNumbers(24);
    const run = await lookUp(numbers, 8);
    expect(await workersOf(run.id)).toEqual(["first-of-two", "second-of-two"]);
    expect(at.sandbox.report().totals).toMatchObject({ calls: 24, askedMoreThanOnce: 0 });
    expect(at.sandbox.report().totals.maxCallsPerSecond).toBeLessThanOrEqual(8);
  });

  it.each(["seconds", "date"] as const)(
    "both wait until the Retry-After (%s) that one of them was given is over, then go on",
    async (retryAfterAs) => {
      at.sandbox.configure({
        // The account believes that it may make far more calls than Kaleyra serves.
        rateLimit: { perSecond: 5, retryAfter: 1, retryAfterAs },
        // What was sent before the refusal came back was on its way.
        retryAfterGraceMs: 400,
      });
      const numbers = usNumbers(20);
      const run = await lookUp(numbers, 100);
      expect(await workersOf(run.id)).toEqual(["first-of-two", "second-of-two"]);
      const { totals } = at.sandbox.report();
      expect(totals.refused).toBeGreaterThan(0);
      expect(totals.callsBeforeRetryAfter).toBe(0);
      expect(totals).toMatchObject({ billed: 20, billedMoreThanOnce: 0 });
      expect(run.outcomes).toMatchObject({ failed: 0, no_answer: 0 });
      expect(run.ledger).toMatchObject({ billed: 20, ambiguous: 0, excess: 0 });
      expectLedgerAgrees(at, run);
      await expectRightAnswers(run.id, numbers);
    },
  );
});
