import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import type { AnswerNotes } from "@/lib/kaleyra/verdict";
import { listCalls } from "@/lib/runs/list-calls";
import { answerFor } from "@/sandbox/answers";
import type { NumberFaultKind } from "@/sandbox/faults";
import { draw } from "@/sandbox/hash";
import { expectRightAnswers } from "@/test/lookups";
import { storedOutcomes, usNumbers } from "@/test/runs";
import { expectLedgerAgrees, lookUp, useLegacyPath, withSteps } from "@/test/steps";

const at = withSteps();

/** The ways in which numbers are looked up, and the share of them that a fault strikes. */
const WAYS = {
  bulk: { numbers: usNumbers(200), share: 0.2, prepare: async () => {} },
  legacy: {
    numbers: usNumbers(200),
    share: 0.2,
    prepare: () => useLegacyPath(at.accountId),
  },
  single: { numbers: usNumbers(20), share: 0.5, prepare: async () => {} },
};
type Way = keyof typeof WAYS;
type Note = Exclude<keyof AnswerNotes, "countsDisagree">;

interface Case {
  fault: NumberFaultKind;
  setting: string;
  /** What becomes of a number that it strikes. */
  struckEndsAs: "right" | "no_answer";
  /** The notes of the ledger that count the struck ones, and how many each stands for. */
  notes: Partial<Record<Note, number>>;
  /** Where the answer to a single lookup is noted otherwise. */
  singleNotes?: Partial<Record<Note, number>>;
  /** An answer to one number has no room for it. */
  notSingle?: true;
}

const CASES: Case[] = [
  {
    fault: "missing",
    setting: "missingShare",
    struckEndsAs: "no_answer",
    notes: { missing: 1 },
    // The answer is an object all the same, which names no number.
    singleNotes: { missing: 1, unreadable: 1 },
  },
  {
    fault: "doubled",
    setting: "doubledShare",
    struckEndsAs: "right",
    notes: { doubled: 1 },
    notSingle: true,
  },
  {
    fault: "contradicted",
    setting: "contradictedShare",
    struckEndsAs: "no_answer",
    notes: { doubled: 1, conflicting: 1 },
    notSingle: true,
  },
  { fault: "without_plus", setting: "withoutPlusShare", struckEndsAs: "right", notes: {} },
  { fault: "chat_address", setting: "chatAddressShare", struckEndsAs: "right", notes: {} },
  { fault: "without_carrier", setting: "withoutCarrierShare", struckEndsAs: "right", notes: {} },
  { fault: "odd_status", setting: "oddStatusShare", struckEndsAs: "right", notes: {} },
  {
    fault: "flag_as_text",
    setting: "flagAsTextShare",
    struckEndsAs: "right",
    notes: { asText: 1 },
  },
  {
    fault: "flag_unreadable",
    setting: "flagUnreadableShare",
    struckEndsAs: "no_answer",
    notes: { unreadable: 1 },
  },
];

/** The notes of all calls of a run together, by kind. */
async function notesOf(runId: string): Promise<Record<string, number>> {
  const { items } = await listCalls(at.user, runId, { limit: 500 });
  const sums: Record<string, number> = {};
  for (const [kind, count] of items.flatMap(({ notes }) => Object.entries(notes ?? {}))) {
    sums[kind] = (sums[kind] ?? 0) + Number(count);
  }
  return sums;
}

const rightOutcome = (number: string) => (answerFor(number).rcs ? "rcs" : "not_rcs");
const cases = (Object.keys(WAYS) as Way[]).flatMap((way) =>
  CASES.filter(({ notSingle }) => !(notSingle && way === "single")).map((one) => ({ way, ...one })),
);

describe("a device in the answer", () => {
  it.each(cases)(
    "($way) that is $fault: $struckEndsAs, noted, and billed once",
    async ({ way, fault, setting, struckEndsAs, ...expectation }) => {
      const { numbers, share, prepare } = WAYS[way];
      await prepare();
      at.sandbox.configure({ [setting]: share });
      const struck = new Set(numbers.filter((number) => draw(number, `fault:${fault}`) < share));
      expect(struck.size).toBeGreaterThan(0);
      const run = await lookUp(at, numbers);
      const expected = numbers.map((number): [string, string] => [
        number,
        struck.has(number) && struckEndsAs === "no_answer" ? "no_answer" : rightOutcome(number),
      ]);
      expect(await storedOutcomes(run.id)).toEqual(new Map(expected));
      const { notes, singleNotes = notes } = expectation;
      // Where devices are missing or too many, the counts of the newer bulk answer say so too.
      const { countsDisagree: _, ...noted } = await notesOf(run.id);
      expect(noted).toEqual(
        Object.fromEntries(
          Object.entries(way === "single" ? singleNotes : notes).map(([kind, each]) => [
            kind,
            each * struck.size,
          ]),
        ),
      );
      const { totals } = at.sandbox.report();
      expect(totals).toMatchObject({ billed: numbers.length, askedMoreThanOnce: 0 });
      expect(run.ledger).toMatchObject({ billed: numbers.length, ambiguous: 0, excess: 0 });
      expectLedgerAgrees(at, run);
    },
  );

  it("that nobody asked for is noted and changes no contact", async () => {
    at.sandbox.configure({ foreignShare: 0.2 });
    const numbers = usNumbers(200);
    const run = await lookUp(at, numbers);
    expect((await notesOf(run.id)).unasked).toBeGreaterThan(0);
    await expectRightAnswers(run.id, numbers);
  });

  it("that stands in the place of the one asked for is no answer, never not on RCS", async () => {
    at.sandbox.configure({ foreignShare: 1 });
    const run = await lookUp(at, usNumbers(5));
    expect(run.outcomes).toMatchObject({ no_answer: 5, not_rcs: 0 });
    expect(await notesOf(run.id)).toEqual({ missing: 5, unasked: 5 });
    expect(run.ledger).toMatchObject({ billed: 5, excess: 0 });
  });

  it("without carrier has none, which is not UNKNOWN", async () => {
    at.sandbox.configure({ withoutCarrierShare: 1 });
    const { id } = await lookUp(at, usNumbers(100));
    const { rows } = await pool().query(
      "SELECT DISTINCT carrier, carrier_status FROM contact_results WHERE run_id = $1",
      [id],
    );
    expect(rows).toEqual([{ carrier: null, carrier_status: null }]);
  });

  it("whose answer's counts are wrong is believed, and the counts are noted", async () => {
    at.sandbox.configure({ wrongCounts: true });
    const numbers = usNumbers(100);
    const run = await lookUp(at, numbers);
    await expectRightAnswers(run.id, numbers);
    expect(await notesOf(run.id)).toEqual({ countsDisagree: 1 });
  });
});

it("keeps no phone number in the notes of the ledger, and none where nothing was odd", async () => {
  at.sandbox.configure({ missingShare: 0.1, doubledShare: 0.1, foreignShare: 0.1 });
  const { id } = await lookUp(at, usNumbers(100));
  const kept = () =>
    pool().query("SELECT notes FROM lookup_calls WHERE run_id = $1 ORDER BY id", [id]);
  const [{ notes }] = (await kept()).rows;
  expect(notes).toMatchObject({ missing: expect.any(Number) });
  expect(JSON.stringify(notes)).not.toMatch(/\d{4}/);
  at.sandbox.configure({});
  const clean = await lookUp(at, usNumbers(100));
  const { rows } = await pool().query("SELECT notes FROM lookup_calls WHERE run_id = $1", [
    clean.id,
  ]);
  expect(rows).toEqual([{ notes: null }]);
});

describe("numbers that Kaleyra calls invalid", () => {
  const share = 0.25;
  const isRejected = (number: string) => draw(number, "fault:rejected") < share;

  it("are rejected with the reason and cost nothing; the others have their answers", async () => {
    at.sandbox.configure({ rejectShare: share });
    const numbers = usNumbers(400);
    const rejected = numbers.filter(isRejected).length;
    const run = await lookUp(at, numbers);
    expect(run.outcomes).toMatchObject({ rejected, no_answer: 0, failed: 0 });
    expect(at.sandbox.report().totals).toMatchObject({ calls: 1, billed: 400 - rejected });
    expect(run.ledger).toEqual({ calls: 1, billed: 400 - rejected, ambiguous: 0, excess: 0 });
  });

  it("may leave too few for a bulk call: refused with 'at least 100', all go singly", async () => {
    at.sandbox.configure({ rejectShare: share });
    const numbers = usNumbers(120);
    const rejected = numbers.filter(isRejected).length;
    expect(120 - rejected).toBeLessThan(100);
    const run = await lookUp(at, numbers, 3);
    const outcomes = await storedOutcomes(run.id);
    for (const number of numbers) {
      expect(outcomes.get(number)).toBe(isRejected(number) ? "rejected" : rightOutcome(number));
    }
    const { totals, byOperation } = at.sandbox.report();
    expect(byOperation).toMatchObject({
      bulk_lookup: { calls: 1, billed: 0 },
      single_lookup: { calls: 120, billed: 120 - rejected },
    });
    // The refused bulk call cost nothing: no number is billed twice.
    expect(totals.billedMoreThanOnce).toBe(0);
    expect(run.ledger).toEqual({ calls: 121, billed: 120 - rejected, ambiguous: 0, excess: 0 });
    const { items } = await listCalls(at.user, run.id, { limit: 500, failed: "true" });
    expect(items.map(({ result }) => result)).toEqual(
      expect.arrayContaining(["too_few_numbers", "invalid_number"]),
    );
  });

  it("that are all of a batch are rejected in one call", async () => {
    at.sandbox.configure({ rejectShare: 1 });
    const run = await lookUp(at, usNumbers(150));
    expect(run.outcomes).toMatchObject({ rejected: 150, failed: 0 });
    expect(at.sandbox.report().totals).toMatchObject({ calls: 1, billed: 0 });
    expect(run.ledger).toMatchObject({ billed: 0, ambiguous: 0, excess: 0 });
  });

  it("are no answer by the older path, which has no list of them: the ledger bounds their bill", async () => {
    await useLegacyPath(at.accountId);
    at.sandbox.configure({ rejectShare: share });
    const numbers = usNumbers(400);
    const rejected = numbers.filter(isRejected).length;
    const run = await lookUp(at, numbers);
    expect(run.outcomes).toMatchObject({ no_answer: rejected, rejected: 0 });
    expect(at.sandbox.report().totals.billed).toBe(400 - rejected);
    expect(run.ledger).toMatchObject({ billed: 400, ambiguous: 0, excess: 0 });
  });
});
