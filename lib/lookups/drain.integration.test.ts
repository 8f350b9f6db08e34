import { expect, it, vi } from "vitest";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import { draftRun, usNumbers } from "@/test/runs";
import { withSteps } from "@/test/steps";
import { drain, unlessDraining } from "./drain";
import { momentOf } from "./gate";
import { planRun } from "./plan-run";
import { workLane } from "./work-lane";

vi.mock("./gate", { spy: true });
const at = withSteps();
const FAR_MS = 86_400_000;

it("a step that waits for the moment of its call ends when its process does, with nothing asked", async () => {
  const { id } = await draftRun(at.user, at.accountId, usNumbers(2));
  await startRun(at.user, id);
  await planRun(id, 1);
  const far = performance.now() + FAR_MS;
  const waits = new Promise<void>((resolve) => {
    vi.mocked(momentOf).mockImplementationOnce(() => {
      resolve();
      return { earliest: far, latest: far };
    });
  });
  const step = unlessDraining(() => workLane({ runId: id, round: 1, id: `lane:${id}` }));
  await waits;
  expect(await drain(FAR_MS)).toBe(true);
  expect(await step).toEqual({ next: "batch" });
  expect(at.sandbox.report().totals.calls).toBe(0);
  const { rows } = await pool().query("SELECT 1 FROM lookup_calls WHERE run_id = $1", [id]);
  expect(rows).toEqual([]);
});
