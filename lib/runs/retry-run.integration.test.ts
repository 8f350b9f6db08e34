import { expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { keptCounts, recount } from "@/test/kept-counts";
import { changeAnswers, draftRun, storedOutcomes, usNumbers, withoutAnswer } from "@/test/runs";
import { letWaitsBeOver, lookUp, stepRun, withSteps, workRun } from "@/test/steps";
import { cancelRun } from "./cancel-run";
import { getRun } from "./get-run";
import { pauseRun } from "./pause-run";
import { retryRun } from "./retry-run";
import { startRun } from "./start-run";

const at = withSteps();
const numbers = usNumbers(12);

/** A finished run: two numbers failed, two have no answer, two were rejected, the others are known. */
async function finishedRun(): Promise<string> {
  const { id } = await lookUp(at, numbers);
  await changeAnswers(id, (line) => {
    if (line < 4) return withoutAnswer("failed", "timeout");
    if (line < 6) return withoutAnswer("no_answer");
    if (line < 8) return withoutAnswer("rejected", "invalid_number");
  });
  at.sandbox.clearLog();
  return id;
}

async function roundOf(runId: string): Promise<number> {
  const { rows } = await pool().query("SELECT round FROM runs WHERE id = $1", [runId]);
  return rows[0].round;
}

it("asks those that failed or have no answer in a new round of the same run, and no other", async () => {
  const id = await finishedRun();
  const before = await storedOutcomes(id);
  expect((await getRun(at.user, id)).mainFailure).toMatchObject({
    kind: "timeout",
    title: "Kaleyra did not answer in time",
  });
  const started = await retryRun(at.user, id);
  expect(started).toMatchObject({
    id,
    status: "queued",
    outcomes: { pending: 4, failed: 0, no_answer: 0, rejected: 2 },
  });
  expect(await roundOf(id)).toBe(2);
  expect(await keptCounts(id)).toEqual(await recount(id));
  const { rows } = await pool().query(
    `SELECT DISTINCT failure, checked_at FROM contact_results WHERE run_id = $1 AND outcome = 'pending'`,
    [id],
  );
  expect(rows).toEqual([{ failure: null, checked_at: null }]);
  // Asked for once more while it goes, it is left alone.
  expect(await retryRun(at.user, id)).toMatchObject({ status: "queued", outcomes: { pending: 4 } });
  expect(await roundOf(id)).toBe(2);
  const run = await workRun(at, id);
  expect(at.sandbox.report().totals).toMatchObject({ calls: 4, distinctNumbers: 4, billed: 4 });
  expect(run).toMatchObject({
    status: "done",
    mainFailure: null,
    outcomes: { pending: 0, failed: 0, rejected: 2 },
  });
  const after = await storedOutcomes(id);
  for (const number of numbers.slice(4)) expect(after.get(number)).toBe(before.get(number));
  await expect(retryRun(at.user, id)).rejects.toMatchObject({ code: "nothing_to_look_up" });
});

it("waits for Kaleyra anew: a run is not paused for what an older one went through", async () => {
  const id = await finishedRun();
  await pool().query(
    `UPDATE account_gates SET failures = 3, open_since = now() - interval '61 minutes',
       probe_at = now() + interval '1 minute' WHERE account_id = $1`,
    [at.accountId],
  );
  await retryRun(at.user, id);
  await stepRun(id);
  expect(at.sandbox.report().totals.calls).toBeGreaterThan(0);
  expect((await getRun(at.user, id)).status).not.toBe("paused");
});

it("is not for a run that has not finished", async () => {
  const refused = { code: "run_state" };
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await expect(retryRun(at.user, id)).rejects.toMatchObject(refused);
  await startRun(at.user, id);
  at.sandbox.configure({ failEvery: { n: 1, how: "rate_limit" } });
  await letWaitsBeOver(at.accountId);
  await stepRun(id);
  // With numbers that it could ask.
  await changeAnswers(id, (line) => (line === 2 ? withoutAnswer("failed") : undefined));
  for (const verb of [pauseRun, cancelRun]) {
    await verb(at.user, id);
    await expect(retryRun(at.user, id)).rejects.toMatchObject(refused);
  }
});
