import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { planDetails } from "@/lib/details/plan-details";
import { startDetails } from "@/lib/details/start-details";
import { workDetails } from "@/lib/details/work-details";
import { startRun } from "@/lib/runs/start-run";
import { checkedRun } from "@/test/details";
import { whileGateIsTaken } from "@/test/gate-lock";
import { draftRun, usNumbers } from "@/test/runs";
import { withSteps } from "@/test/steps";
import { holdAccount } from "./gate";
import { lookupNumber } from "./lookup-number";
import { planRun } from "./plan-run";
import { workLane } from "./work-lane";

const at = withSteps();
const DAY_MS = 86_400_000;

/** Makes a step that is granted a call, and then finds that Kaleyra wants none for a day. */
const heldMeanwhile = <T>(step: () => Promise<T>) =>
  whileGateIsTaken(at.accountId, step, (tx) => holdAccount(at.accountId, DAY_MS, tx));

async function ledgerRows(): Promise<number> {
  const { rows } = await pool().query(
    "SELECT count(*)::int AS count FROM lookup_calls WHERE account_id = $1",
    [at.accountId],
  );
  return rows[0].count;
}

describe("a hold of a day that begins when a call has been granted, but has no moment yet", () => {
  it("sends a run's lane away to look again soon, with nothing asked, written or counted", async () => {
    const { id } = await draftRun(at.user, at.accountId, usNumbers(150));
    await startRun(at.user, id);
    await planRun(id, 1);
    const lane = { runId: id, round: 1, id: `lane:${id}` };
    expect(await heldMeanwhile(() => workLane(lane))).toEqual({ next: "wait", ms: 2_000 });
    expect(at.sandbox.report().totals.calls).toBe(0);
    expect(await ledgerRows()).toBe(0);
    const { rows } = await pool().query("SELECT attempts FROM batches WHERE run_id = $1", [id]);
    expect(rows).toEqual([{ attempts: 0 }]);
  });

  it("sends a lane of number details away alike", async () => {
    const runId = await checkedRun(at.user, at.accountId, usNumbers(3));
    const { id: passId } = await startDetails(at.user, runId, { segment: "all", filter: {} });
    await planDetails(passId, 1);
    const lane = { passId, round: 1, id: `lane:${passId}` };
    const before = await ledgerRows();
    expect(await heldMeanwhile(() => workDetails(lane))).toEqual({ next: "wait", ms: 2_000 });
    expect(at.sandbox.report().totals.calls).toBe(0);
    expect(await ledgerRows()).toBe(before);
    const { rows } = await pool().query(
      "SELECT max(attempts)::int AS attempts FROM number_details WHERE run_id = $1",
      [runId],
    );
    expect(rows).toEqual([{ attempts: 0 }]);
  });

  it("tells who checks one number to come back later", async () => {
    const check = () => lookupNumber(at.user, { accountId: at.accountId, number: "+14155552671" });
    await expect(heldMeanwhile(check)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(/asked this account to slow down/),
    });
    expect(at.sandbox.report().totals.calls).toBe(0);
    expect(await ledgerRows()).toBe(0);
  });
});
