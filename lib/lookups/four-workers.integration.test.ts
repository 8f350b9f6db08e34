import { afterAll, beforeAll, expect, it } from "vitest";
import { getRun } from "@/lib/runs/get-run";
import { startRun } from "@/lib/runs/start-run";
import type { Child } from "@/lib/start-child";
import { expectRightAnswers, withLookups } from "@/test/lookups";
import { makeAccount } from "@/test/people";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { startWorker } from "@/test/workers";

const at = withLookups("first-of-four");
const others: Child<object>[] = [];
beforeAll(async () => {
  const names = ["second-of-four", "third-of-four", "fourth-of-four"];
  others.push(...(await Promise.all(names.map((name) => startWorker(name, at.sandbox.url)))));
});
afterAll(async () => {
  await Promise.all(others.map((worker) => worker.stop()));
});

it("four workers, one account with 5 calls a second: never more than 5 in a second, together", async () => {
  const accountId = await makeAccount(at.user, { callsPerSecond: 5, callsAtOnce: 8 });
  const numbers = usNumbers(20);
  const { id } = await draftRun(at.user, accountId, numbers);
  await startRun(at.user, id);
  await runInState(at.user, id, "done");
  const { totals } = at.sandbox.report();
  expect(totals).toMatchObject({ calls: 20, askedMoreThanOnce: 0 });
  expect(totals.maxCallsPerSecond).toBeLessThanOrEqual(5);
  await expectRightAnswers(id, numbers);
});

it("a run of a hundred does not wait for the large one of another account", async () => {
  const [large, small] = [usNumbers(50_000), usNumbers(100, 60_000)];
  const { id: largeId } = await draftRun(at.user, at.accountId, large);
  const other = await makeAccount(at.user);
  const { id: smallId } = await draftRun(at.user, other, small);
  at.sandbox.configure({ latencyMs: 150 });
  await startRun(at.user, largeId);
  await expect.poll(() => at.sandbox.report().totals.calls, { timeout: 20_000 }).toBeGreaterThan(4);
  await startRun(at.user, smallId);
  await runInState(at.user, smallId, "done");
  const { status, outcomes } = await getRun(at.user, largeId);
  expect(status).toBe("running");
  expect(outcomes.pending).toBeGreaterThan(0);
  at.sandbox.configure({ latencyMs: 0 });
  await runInState(at.user, largeId, "done");
  expect(at.sandbox.report().totals.askedMoreThanOnce).toBe(0);
  await expectRightAnswers(smallId, small);
});
