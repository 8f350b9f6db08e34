import { afterEach, expect, it, vi } from "vitest";
import { openConnection } from "@/lib/accounts/open-connection";
import { serve } from "@/lib/kaleyra/testing/serve";
import { getRun } from "@/lib/runs/get-run";
import { listCalls } from "@/lib/runs/list-calls";
import { startRun } from "@/lib/runs/start-run";
import { expectRightAnswers } from "@/test/lookups";
import { draftRun, usNumbers } from "@/test/runs";
import { letWaitsBeOver, stepRun, withSteps, workRun } from "@/test/steps";

vi.mock("@/lib/accounts/open-connection", { spy: true });
const at = withSteps();

/** Lets the account's calls go to a port that nobody listens to. */
async function unplug(): Promise<void> {
  const { connection, close } = await serve(() => {});
  await close();
  vi.mocked(openConnection).mockResolvedValue(connection);
}
const plugIn = () => vi.mocked(openConnection).mockRestore();
afterEach(plugIn);

it.each([
  ["bulk calls", usNumbers(1_200), 400],
  ["single calls", usNumbers(3), 1],
] as const)(
  "where no connection can be made, nothing is billed and %s stop at the third, until one can",
  async (_way, numbers, each) => {
    await unplug();
    const { id } = await draftRun(at.user, at.accountId, [...numbers]);
    await startRun(at.user, id);
    for (let failed = 1; failed <= 3; failed++) {
      expect((await getRun(at.user, id)).waiting).toBeNull();
      await letWaitsBeOver(at.accountId);
      await stepRun(id);
    }
    // The breaker is open: no lane calls before the next probe is due.
    await stepRun(id, 4);
    expect(await getRun(at.user, id)).toMatchObject({
      status: "running",
      waiting: { reason: "kaleyra_down" },
      outcomes: { pending: numbers.length, failed: 0, not_rcs: 0 },
      ledger: { calls: 3, billed: 0, ambiguous: 0, excess: 0 },
      cost: { soFar: 0 },
    });
    const { items } = await listCalls(at.user, id, { limit: 10 });
    const failure = { result: "network", billing: "free", numbers: each, httpStatus: null };
    expect(items).toMatchObject([failure, failure, failure]);

    plugIn();
    const run = await workRun(at, id);
    expect(run).toMatchObject({ status: "done", ledger: { billed: numbers.length, excess: 0 } });
    expect(at.sandbox.report().totals).toMatchObject({
      calls: run.ledger.calls - 3,
      billed: numbers.length,
      askedMoreThanOnce: 0,
    });
    await expectRightAnswers(id, [...numbers]);
  },
);
