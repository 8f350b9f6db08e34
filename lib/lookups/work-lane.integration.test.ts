import { expect, it, vi } from "vitest";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import { draftRun, usNumbers } from "@/test/runs";
import { expectLedgerAgrees, withSteps, workRun } from "@/test/steps";
import { claimBatch } from "./claim-batch";
import { planRun } from "./plan-run";
import { workLane } from "./work-lane";

vi.mock("./claim-batch", { spy: true });
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
  // Each lane's second claim finds the breaker open, with a probe due.
  const claimed = new Map<string, number>();
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
    return original.claimBatch(lane, options);
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
