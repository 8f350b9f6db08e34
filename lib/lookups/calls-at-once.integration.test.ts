import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { updateAccount } from "@/lib/accounts/update-account";
import { pool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { getRun } from "@/lib/runs/get-run";
import { startRun } from "@/lib/runs/start-run";
import { expectRightAnswers, withLookups } from "@/test/lookups";
import { makeAccount } from "@/test/people";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { isWaveOver, laneIds } from "./queue";

const at = withLookups("at-once");

/** How many calls of an account the sandbox has taken. */
async function callsOf(accountId: string): Promise<number> {
  const { sid } = await prisma().account.findUniqueOrThrow({ where: { id: accountId } });
  return at.sandbox.report().byAccount[sid]?.calls ?? 0;
}

it("calls at once are counted for each account, over all its runs, and by its newest limit", async () => {
  const one = await makeAccount(at.user, { callsAtOnce: 2, callsPerSecond: 1_000 });
  const other = await makeAccount(at.user, { callsAtOnce: 2, callsPerSecond: 1_000 });
  const lists = [usNumbers(5), usNumbers(5, 100), usNumbers(5, 200)];
  const accounts = [one, one, other];
  at.sandbox.configure({ holdAfter: 0 });
  const ids: string[] = [];
  for (const [index, numbers] of lists.entries()) {
    const { id } = await draftRun(at.user, accounts[index] ?? "", numbers);
    await startRun(at.user, id);
    await runInState(at.user, id, "running");
    ids.push(id);
  }
  const calls = async () => [await callsOf(one), await callsOf(other)];
  await expect.poll(calls, { timeout: 20_000 }).toEqual([2, 2]);
  // None is answered, so that one more is made only because one more is allowed.
  await updateAccount(at.user, one, { callsAtOnce: 3 });
  await expect.poll(calls, { timeout: 20_000 }).toEqual([3, 2]);
  at.sandbox.configure({});
  for (const [index, id] of ids.entries()) {
    await runInState(at.user, id, "done");
    await expectRightAnswers(id, lists[index] ?? []);
  }
});

it("a limit whose queue was never made, since its process was cut off, keeps no run", async () => {
  const accountId = await makeAccount(at.user, { callsAtOnce: 2, callsPerSecond: 1_000 });
  await pool().query("UPDATE accounts SET calls_at_once = 13 WHERE id = $1", [accountId]);
  const { id } = await draftRun(at.user, accountId, usNumbers(5));
  await startRun(at.user, id);
  await runInState(at.user, id, "done");
});

it("the turn of a wave of lanes is over when others wait for its places, and when one of it has ended", async () => {
  const run = { table: "runs", id: randomUUID(), round: 2 } as const;
  const other = { ...run, id: randomUUID() };
  const [one = "", two = "", ended = ""] = laneIds(run, 10, 3);
  const [ofNextWave = ""] = laneIds(run, 11, 1);
  const [ofOther = ""] = laneIds(other, 0, 1);
  const setLane = (id: string, status: string, host = "rcs") =>
    pool().query(
      `INSERT INTO dbos.workflow_status (workflow_uuid, status, name, queue_name, queue_partition_key)
       VALUES ($1, $2, 'none', 'no queue', $3)
       ON CONFLICT (workflow_uuid) DO UPDATE SET status = $2`,
      [id, status, `account:${host}`],
    );
  const isOver = () => isWaveOver(run, one);
  await setLane(one, "PENDING");
  await setLane(two, "ENQUEUED");
  await setLane(ofNextWave, "SUCCESS");
  await setLane(ofOther, "PENDING");
  expect(await isOver()).toBe(false);
  const [ofOtherHost = ""] = laneIds({ ...other, round: 7 }, 0, 1);
  await setLane(ofOtherHost, "ENQUEUED", "api");
  expect(await isOver()).toBe(false);
  await setLane(ofOther, "ENQUEUED");
  expect(await isOver()).toBe(true);
  await setLane(ofOther, "PENDING");
  await setLane(ended, "SUCCESS");
  expect(await isOver()).toBe(true);
  await pool().query("DELETE FROM dbos.workflow_status WHERE queue_name = 'no queue'");
});

it("a run does not wait until an earlier one of its account is through: they take turns", async () => {
  const accountId = await makeAccount(at.user, { callsAtOnce: 2, callsPerSecond: 1_000 });
  const [large, small] = [usNumbers(99), usNumbers(3, 1_000)];
  const { id: largeId } = await draftRun(at.user, accountId, large);
  const { id: smallId } = await draftRun(at.user, accountId, small);
  at.sandbox.configure({ latencyMs: 1_500 });
  await startRun(at.user, largeId);
  await expect.poll(() => callsOf(accountId), { timeout: 20_000 }).toBe(2);
  await startRun(at.user, smallId);
  await expect
    .poll(async () => (await getRun(at.user, smallId)).progress.done, { timeout: 60_000 })
    .toBe(small.length);
  expect((await getRun(at.user, largeId)).progress.done).toBeLessThan(large.length);
  at.sandbox.configure({});
  await runInState(at.user, smallId, "done");
  await runInState(at.user, largeId, "done");
  await expectRightAnswers(largeId, large);
  expect(at.sandbox.report().totals).toMatchObject({ billed: 102, askedMoreThanOnce: 0 });
}, 120_000);
