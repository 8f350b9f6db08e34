import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { getRun } from "@/lib/runs/get-run";
import { listCalls } from "@/lib/runs/list-calls";
import { resumeRun } from "@/lib/runs/resume-run";
import { retryRun } from "@/lib/runs/retry-run";
import { startRun } from "@/lib/runs/start-run";
import { expectRightAnswers, withLookups } from "@/test/lookups";
import { changeAnswers, draftRun, runInState, usNumbers, withoutAnswer } from "@/test/runs";

const at = withLookups("policy-test");

/** Lets the next probe come at once instead of in some seconds. */
const probeNow = () =>
  pool().query("UPDATE account_gates SET probe_at = now() WHERE account_id = $1", [at.accountId]);

describe("an upstream that is down", () => {
  it.each(["rcs_500", "reset"] as const)(
    "(%s) is left alone but for probes of one number, and the run goes on by itself",
    async (how) => {
      at.sandbox.configure({ failEvery: { n: 1, how } });
      const numbers = usNumbers(2_000);
      const { id } = await draftRun(at.user, at.accountId, numbers);
      await startRun(at.user, id);
      await expect
        .poll(async () => (await getRun(at.user, id)).waiting, { timeout: 20_000 })
        .toMatchObject({ reason: "kaleyra_down" });
      await expect
        .poll(
          async () => {
            await probeNow();
            return at.sandbox.report().byOperation.single_lookup?.calls ?? 0;
          },
          { timeout: 20_000 },
        )
        .toBeGreaterThan(1);
      // Four lanes: each may have been on its way when the third failure opened the breaker.
      expect(at.sandbox.report().byOperation.bulk_lookup?.calls).toBeLessThanOrEqual(3 + 3);
      expect((await getRun(at.user, id)).outcomes).toMatchObject({ pending: 2_000, failed: 0 });
      at.sandbox.configure({});
      await expect
        .poll(
          async () => {
            await probeNow();
            return (await getRun(at.user, id)).status;
          },
          { timeout: 30_000 },
        )
        .toBe("done");
      await expectRightAnswers(id, numbers);
    },
  );
});

it("pauses a run after an hour of an open breaker, and resuming probes at once", async () => {
  at.sandbox.configure({ failEvery: { n: 1, how: "rcs_500" } });
  const numbers = usNumbers(600);
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  await expect
    .poll(async () => (await getRun(at.user, id)).waiting?.reason, { timeout: 20_000 })
    .toBe("kaleyra_down");
  await pool().query(
    "UPDATE account_gates SET open_since = now() - interval '61 minutes' WHERE account_id = $1",
    [at.accountId],
  );
  const paused = await runInState(at.user, id, "paused");
  expect(paused.reason).toMatchObject({ kind: "kaleyra_down" });
  expect(paused.outcomes).toMatchObject({ pending: 600, failed: 0 });
  at.sandbox.configure({});
  await resumeRun(at.user, id);
  await runInState(at.user, id, "done");
  await expectRightAnswers(id, numbers);
});

describe("a retry pass", () => {
  it("asks only those without an answer, and the ledger tells both passes", async () => {
    const numbers = usNumbers(1_200);
    const { id } = await draftRun(at.user, at.accountId, numbers);
    await startRun(at.user, id);
    await runInState(at.user, id, "done");
    await expect(retryRun(at.user, id)).rejects.toMatchObject({ code: "nothing_to_look_up" });
    // As after answers that left some numbers out, and a call that failed for good.
    await changeAnswers(id, (line) => {
      if (line < 302) return withoutAnswer(line < 152 ? "failed" : "no_answer");
    });
    at.sandbox.clearLog();
    const started = await retryRun(at.user, id);
    expect(started.outcomes).toMatchObject({ pending: 300, no_answer: 0, failed: 0 });
    const run = await runInState(at.user, id, "done");
    expect(at.sandbox.report().totals).toMatchObject({ calls: 2, numbers: 300 });
    await expectRightAnswers(id, numbers);
    expect(run.ledger).toMatchObject({ billed: 1_500, ambiguous: 0, excess: 300 });
  });
});

describe("the ledger", () => {
  it("has a row for each attempt, which agree with the sandbox's own log", async () => {
    at.sandbox.configure({ failEvery: { n: 4, how: "rcs_500" } });
    const { id } = await draftRun(at.user, at.accountId, usNumbers(3_000));
    await startRun(at.user, id);
    const { ledger } = await runInState(at.user, id, "done");
    const { items } = await listCalls(at.user, id, { limit: 500 });
    const { totals, byStatus } = at.sandbox.report();
    expect(items).toHaveLength(totals.calls);
    expect(items.filter((call) => call.result === "ok")).toHaveLength(byStatus[200] ?? 0);
    const failed = await listCalls(at.user, id, { limit: 500, failed: "true" });
    expect(failed.items.every((call) => call.billing === "ambiguous")).toBe(true);
    expect(failed.items).toHaveLength(byStatus[500] ?? 0);
    const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
    expect(ledger).toMatchObject({
      calls: items.length,
      billed: sum(items.map((call) => call.billed)),
      ambiguous: sum(failed.items.map((call) => call.numbers)),
    });
  });
});
