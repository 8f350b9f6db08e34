import { describe, expect, it } from "vitest";
import type { FailureKind } from "@/lib/kaleyra/failures";
import { listCalls } from "@/lib/runs/list-calls";
import { retryRun } from "@/lib/runs/retry-run";
import type { CallFaultKind } from "@/sandbox/faults";
import { draw } from "@/sandbox/hash";
import { expectRightAnswers } from "@/test/lookups";
import { storedOutcomes, usNumbers } from "@/test/runs";
import { expectLedgerAgrees, lookUp, useLegacyPath, withSteps, workRun } from "@/test/steps";

const at = withSteps({ settings: { oversizeMb: 100 } });

/** How a run of three calls is made, and how many numbers its third call asks. */
const WAYS = {
  "bulk calls": { numbers: usNumbers(1_100), third: 366, prepare: async () => {} },
  "the older bulk path": {
    numbers: usNumbers(1_100),
    third: 366,
    prepare: () => useLegacyPath(at.accountId),
  },
  "single calls": { numbers: usNumbers(3), third: 1, prepare: async () => {} },
};

/** What the ledger says of such a call, and whether the sandbox billed it. */
const RETRIED: [how: CallFaultKind, kind: FailureKind, httpStatus: number | null, bill: string][] =
  [
    ["html_502", "upstream_failed", 502, "not billed"],
    ["html_503", "upstream_failed", 503, "not billed"],
    ["rcs_500", "upstream_failed", 500, "not billed"],
    ["prov_502", "upstream_failed", 502, "not billed"],
    ["prov_401", "upstream_failed", 401, "not billed"],
    ["error_200", "upstream_failed", 200, "not billed"],
    ["reset", "broken_off", null, "not billed"],
    ["reset_after_billing", "broken_off", null, "billed"],
    ["cut_off", "broken_off", null, "billed"],
    ["nonsense", "malformed", 200, "billed"],
    ["oversize", "malformed", 200, "billed"],
    ["gzip_bomb", "malformed", 200, "billed"],
  ];

describe.each(Object.entries(WAYS))("of %s", (_way, { numbers, third, prepare }) => {
  it.each(RETRIED)(
    "one that ends as %s (%s) is made again: its numbers alone are excess, and possibly billed",
    async (how, kind, httpStatus, bill) => {
      await prepare();
      at.sandbox.configure({ failEvery: { n: 3, how } });
      const run = await lookUp(at, numbers);
      const excess = third;
      const { totals } = at.sandbox.report();
      expect(totals).toMatchObject({
        calls: 4,
        distinctNumbers: numbers.length,
        askedMoreThanOnce: third,
        billed: numbers.length + (bill === "billed" ? excess : 0),
      });
      expect(run.ledger).toEqual({
        calls: 4,
        billed: numbers.length,
        ambiguous: excess,
        excess,
      });
      expectLedgerAgrees(at, run);
      const { items } = await listCalls(at.user, run.id, { limit: 10, failed: "true" });
      expect(items).toMatchObject([
        { result: kind, httpStatus, billing: "ambiguous", numbers: third, billed: 0 },
      ]);
      await expectRightAnswers(run.id, numbers);
    },
  );

  it("one that is turned away (429) is made again, and is neither billed nor excess", async () => {
    await prepare();
    at.sandbox.configure({ failEvery: { n: 3, how: "rate_limit" } });
    const run = await lookUp(at, numbers);
    expect(at.sandbox.report().totals).toMatchObject({ calls: 4, billed: numbers.length });
    expect(run.ledger).toEqual({ calls: 4, billed: numbers.length, ambiguous: 0, excess: 0 });
    await expectRightAnswers(run.id, numbers);
  });

  it("one that is redirected fails at once, is not followed, and its numbers can be retried", async () => {
    await prepare();
    at.sandbox.configure({ failEvery: { n: 3, how: "redirect" } });
    const run = await lookUp(at, numbers);
    expect(run.outcomes).toMatchObject({ failed: third, not_rcs: expect.any(Number), pending: 0 });
    expect(at.sandbox.report().totals).toMatchObject({ calls: 3, redirectsFollowed: 0 });
    expect(run.ledger).toMatchObject({ billed: numbers.length - third, ambiguous: 0, excess: 0 });
    at.sandbox.configure({});
    await retryRun(at.user, run.id);
    const retried = await workRun(at, run.id);
    expect(retried.ledger).toMatchObject({ billed: numbers.length, excess: 0 });
    await expectRightAnswers(run.id, numbers);
  });
});

describe("a number on which Kaleyra always fails", () => {
  const share = 0.2;
  const numbers = usNumbers(60);
  const isStruck = (number: string) => draw(number, "fault:call") < share;
  const struck = numbers.filter(isStruck).slice(0, 1);
  const sound = numbers.filter((number) => !isStruck(number));

  it("is asked five times, ends as failed, and keeps no other from its answer", async () => {
    at.sandbox.configure({ failNumbers: { share, how: "reset_after_billing" } });
    const run = await lookUp(at, [...struck, ...sound]);
    const outcomes = await storedOutcomes(run.id);
    for (const number of sound) {
      expect(outcomes.get(number)).toMatch(/rcs/);
      expect(at.sandbox.countOf(number).asked).toBe(1);
    }
    expect(struck.map((number) => outcomes.get(number))).toEqual(["failed"]);
    expect(at.sandbox.report().totals.calls).toBe(sound.length + 5);
    expect(run.ledger).toEqual({
      calls: sound.length + 5,
      billed: sound.length,
      ambiguous: 5,
      excess: 5,
    });
    expectLedgerAgrees(at, run);
  });

  it("takes its whole bulk call along at first; retries ask less at a time until it fails alone", async () => {
    const many = [
      ...struck,
      ...usNumbers(800)
        .filter((number) => !isStruck(number))
        .slice(0, 499),
    ];
    at.sandbox.configure({ failNumbers: { share, how: "rcs_500" } });
    const { id, outcomes } = await lookUp(at, many);
    // A probe may have had an answer for some.
    expect(outcomes.failed).toBeGreaterThan(490);
    const failed: number[] = [];
    for (let retry = 1; retry <= 2; retry++) {
      await retryRun(at.user, id);
      failed.push((await workRun(at, id)).outcomes.failed);
    }
    expect(failed).toEqual([expect.any(Number), 1]);
    expect(failed[0]).toBeLessThan(200);
    const [one] = struck;
    expect((await storedOutcomes(id)).get(one ?? "")).toBe("failed");
  });

  it("and some more of them that are all that is left are given up together, not one by one", async () => {
    const several = usNumbers(200).filter(isStruck).slice(0, 8);
    at.sandbox.configure({ failNumbers: { share, how: "prov_401" } });
    const run = await lookUp(at, [...sound, ...several], 4);
    expect(run).toMatchObject({ status: "done", outcomes: { failed: 8, no_answer: 0 } });
    // Twenty probes of all of them, the three calls that opened the breaker, and what was under way.
    const most = sound.length + 8 * 5 + 23;
    expect(at.sandbox.report().totals.calls).toBeLessThanOrEqual(most);
    const outcomes = await storedOutcomes(run.id);
    expect(several.map((number) => outcomes.get(number))).toEqual(several.map(() => "failed"));
    expectLedgerAgrees(at, run);
  });

  it("does not keep a run going for ever when it is all that is left", async () => {
    at.sandbox.configure({ failNumbers: { share: 1, how: "rcs_500" } });
    const run = await lookUp(at, usNumbers(1));
    expect(run).toMatchObject({ status: "done", outcomes: { failed: 1 } });
    // Three attempts open the breaker, then each probe counts.
    expect(at.sandbox.report().totals.calls).toBe(20);
    expect(run.ledger).toMatchObject({ billed: 0, ambiguous: 20 });
  });
});
