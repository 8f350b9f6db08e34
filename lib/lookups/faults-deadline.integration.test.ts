import { describe, expect, it } from "vitest";
import { listCalls } from "@/lib/runs/list-calls";
import { expectRightAnswers } from "@/test/lookups";
import { usNumbers } from "@/test/runs";
import { expectLedgerAgrees, lookUp, withSteps } from "@/test/steps";

// The deadline of a call is 30 s; here it is short, so that the tests need not wait for it.
const at = withSteps({ deadlineMs: 1_000 });

describe.each([
  ["bulk calls", usNumbers(1_100), 366],
  ["single calls", usNumbers(3), 1],
] as const)("of %s", (_way, numbers, third) => {
  it.each(["hang", "endless", "slow"] as const)(
    "one whose answer is not complete in time (%s) is ended, counted as possibly billed, made again",
    async (how) => {
      // Far longer than the deadline: only the deadline can end such a call.
      at.sandbox.configure({ failEvery: { n: 3, how }, slowMs: 600_000 });
      const run = await lookUp(at, [...numbers]);
      const { totals } = at.sandbox.report();
      expect(totals).toMatchObject({
        calls: 4,
        askedMoreThanOnce: third,
        billed: numbers.length + third,
      });
      expect(run.ledger).toEqual({
        calls: 4,
        billed: numbers.length,
        ambiguous: third,
        excess: third,
      });
      expectLedgerAgrees(at, run);
      const { items } = await listCalls(at.user, run.id, { limit: 10, failed: "true" });
      expect(items).toMatchObject([{ result: "timeout", billing: "ambiguous", numbers: third }]);
      await expectRightAnswers(run.id, [...numbers]);
    },
  );
});
