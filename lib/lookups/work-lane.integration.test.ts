import { expect, it, vi } from "vitest";
import { pool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { getRun } from "@/lib/runs/get-run";
import { resumeRun } from "@/lib/runs/resume-run";
import { startRun } from "@/lib/runs/start-run";
import { stripeOf } from "@/lib/segments/stripes";
import { expectRightAnswers } from "@/test/lookups";
import { draftRun, usNumbers } from "@/test/runs";
import { expectLedgerAgrees, withSteps, workRun } from "@/test/steps";
import { MAX_ATTEMPTS } from "./backoff";
import { claimBatch } from "./claim-batch";
import { closeCallsOf } from "./ledger";
import { planRun } from "./plan-run";
import { settleRun } from "./settle-run";
import { storeTogether } from "./store-together";
import { workLane } from "./work-lane";

vi.mock("./claim-batch", { spy: true });
vi.mock("./store-together", { spy: true });
const at = withSteps();

/** PostgreSQL has no connection left, SQLSTATE 53300: the engine then makes the step again. */
const noConnection = Object.assign(new Error("too many clients already"), { code: "53300" });

/** Lets the second claim of a step fail. */
async function failSecondClaim(): Promise<{ hasFailed: Promise<void> }> {
  const original = await vi.importActual<typeof import("./claim-batch")>("./claim-batch");
  const hasFailed = new Promise<void>((resolve) => {
    vi.mocked(claimBatch)
      .mockImplementationOnce(original.claimBatch)
      .mockImplementationOnce(async () => {
        resolve();
        throw noConnection;
      });
  });
  return { hasFailed };
}

it("a step that fails while an answer is stored ends after that, and nothing is asked twice", async () => {
  const { id } = await draftRun(at.user, at.accountId, usNumbers(2));
  await startRun(at.user, id);
  await planRun(id, 1);
  const lane = { runId: id, round: 1, id: `lane:${id}` };
  const order: string[] = [];
  // No answer can be stored while another transaction holds the run's breakdown.
  const other = await pool().connect();
  await other.query("BEGIN");
  await other.query("SELECT 1 FROM breakdowns WHERE run_id = $1 FOR UPDATE", [id]);
  const { hasFailed } = await failSecondClaim();
  const step = workLane(lane).catch((error: unknown) => {
    order.push("the step ends");
    return error;
  });
  await hasFailed;
  // A round trip: long enough for a step that does not wait to have ended.
  await other.query("SELECT 1");
  order.push("the answer can be stored");
  await other.query("COMMIT");
  other.release();
  expect(await step).toBe(noConnection);
  expect(order).toEqual(["the answer can be stored", "the step ends"]);

  expect(await workLane(lane)).toEqual({ next: "end" });
  const run = await workRun(at, id);
  expect(at.sandbox.report().totals).toMatchObject({ billed: 2, askedMoreThanOnce: 0 });
  expect(run.ledger).toMatchObject({ billed: 2, ambiguous: 0 });
  expectLedgerAgrees(at, run);
});

it("a probe does not ask of a batch whose answer is being stored", async () => {
  const { id } = await draftRun(at.user, at.accountId, usNumbers(2));
  await startRun(at.user, id);
  await planRun(id, 1);
  const original = await vi.importActual<typeof import("./claim-batch")>("./claim-batch");
  // Each lane's second claim, when both have had their first, finds the breaker open, with a probe due.
  const claimed = new Map<string, number>();
  let letGo = () => {};
  const bothHaveOne = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let first = 0;
  vi.mocked(claimBatch).mockImplementation(async (lane, options) => {
    const claims = (claimed.get(lane.id) ?? 0) + 1;
    claimed.set(lane.id, claims);
    if (claims === 2) {
      await pool().query(
        `UPDATE account_gates SET failures = 3, open_since = now(), probe_at = now()
         WHERE account_id = $1`,
        [at.accountId],
      );
    }
    const claim = await original.claimBatch(lane, options);
    if (claims > 1) return claim;
    if (++first === 2) letGo();
    await bothHaveOne;
    return claim;
  });
  // Neither answer can be stored: the first waits for this transaction, the second for the first.
  const other = await pool().connect();
  await other.query("BEGIN");
  await other.query("SELECT 1 FROM breakdowns WHERE run_id = $1 FOR UPDATE", [id]);
  const lanes = ["one", "two"].map((name) => workLane({ runId: id, round: 1, id: name }));
  await expect.poll(() => Math.min(...claimed.values()), { timeout: 20_000 }).toBe(2);
  // Long enough for a probe that does not wait to be made.
  for (let trip = 0; trip < 100; trip++) await other.query("SELECT 1");
  await other.query("COMMIT");
  other.release();
  await Promise.all(lanes);
  vi.mocked(claimBatch).mockImplementation(original.claimBatch);

  const run = await workRun(at, id);
  expect(at.sandbox.report().totals).toMatchObject({ billed: 2, askedMoreThanOnce: 0 });
  expectLedgerAgrees(at, run);
});

it("an answer that can't be stored takes none along that was paid for since", async () => {
  const { id } = await draftRun(at.user, at.accountId, usNumbers(2));
  await startRun(at.user, id);
  await planRun(id, 1);
  const broken = new Error("a damaged page");
  vi.mocked(storeTogether).mockRejectedValueOnce(broken);
  const lane = { runId: id, round: 1, id: `lane:${id}` };
  await expect(workLane(lane)).rejects.toBe(broken);
  expect((await getRun(at.user, id)).outcomes.pending).toBe(1);
  expect(await workLane(lane)).toEqual({ next: "end" });
  const run = await workRun(at, id);
  expect(run).toMatchObject({ status: "done", outcomes: { pending: 0 } });
  // The number whose answer was lost, and no other.
  expect(at.sandbox.report().totals).toMatchObject({ calls: 3, askedMoreThanOnce: 1 });
});

it("a key that can't be opened leaves nothing in the ledger: nothing was asked", async () => {
  const { id } = await draftRun(at.user, at.accountId, usNumbers(2));
  await startRun(at.user, id);
  await planRun(id, 1);
  const { apiKeyCipher } = await prisma().account.findUniqueOrThrow({
    where: { id: at.accountId },
  });
  const ofAnotherKey = "v9.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.AAAA";
  const setCipher = (cipher: string) =>
    prisma().account.update({ where: { id: at.accountId }, data: { apiKeyCipher: cipher } });
  await setCipher(ofAnotherKey);
  await expect(workLane({ runId: id, round: 1, id: `lane:${id}` })).rejects.toThrow();
  expect((await getRun(at.user, id)).ledger).toMatchObject({ calls: 0, ambiguous: 0 });
  await setCipher(apiKeyCipher);
  expect(await workRun(at, id)).toMatchObject({ status: "done", ledger: { billed: 2 } });
});

it("an answer that can never be stored is not asked for without end: the run fails, and goes on when told to", async () => {
  const numbers = usNumbers(1_000);
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  const lastStripe = stripeOf(numbers.length + 1);
  await pool().query(
    `ALTER TABLE answers ADD CONSTRAINT damaged
     CHECK (stripe <> ${lastStripe} OR outcomes = '{}') NOT VALID`,
  );
  try {
    for (let wave = 0; (await getRun(at.user, id)).status !== "failed"; wave++) {
      expect(wave).toBeLessThan(20);
      await planRun(id, 1);
      const lane = `lane:${id}:1:${wave}`;
      // As the engine, which closes the calls of a lane that ended with an error.
      await workLane({ runId: id, round: 1, id: lane }).catch(() => undefined);
      await closeCallsOf(pool(), lane, at.accountId);
      await settleRun(id, 1);
    }
  } finally {
    await pool().query("ALTER TABLE answers DROP CONSTRAINT damaged");
  }
  expect(at.sandbox.report().totals.billed).toBe(500 + MAX_ATTEMPTS * 500);
  expect((await getRun(at.user, id)).outcomes).toMatchObject({ pending: 500, failed: 0 });
  await resumeRun(at.user, id);
  expect(await workRun(at, id)).toMatchObject({ status: "done", outcomes: { pending: 0 } });
  await expectRightAnswers(id, numbers);
});
