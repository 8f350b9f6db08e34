import { describe, expect, test } from "vitest";
import { lookupBulk } from "@/lib/kaleyra/lookup-bulk";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import { LISTED_AS_INVALID } from "@/lib/kaleyra/mapper";
import { requestNumberLookups } from "@/lib/kaleyra/request-number-lookups";
import type { AnswerNotes, Verdict } from "@/lib/kaleyra/verdict";
import { NOTHING_ODD } from "@/lib/kaleyra/verdict";
import { answerFor } from "./answers";
import { NUMBER_FAULT_KINDS } from "./faults";
import type { SettingsInput } from "./settings";
import { failureOf, NUMBER, numbers, sandboxForTests } from "./testing/sandbox-for-tests";
import { rightVerdict } from "./testing/verdicts";

const { sandbox, connection, raw } = await sandboxForTests();

const asked = numbers(200);
const noAnswer = (number: string): Verdict => ({ number, outcome: "no_answer" });
const bare = (number: string): Extract<Verdict, { outcome: "rcs" | "not_rcs" }> => ({
  number,
  outcome: answerFor(number).rcs ? "rcs" : "not_rcs",
  carrier: null,
  carrierStatus: null,
});
/** The true status whatever its case, or a word of which nobody knows what it means. */
const oddStatus = (number: string): Verdict => ({
  ...bare(number),
  carrier: answerFor(number).carrier,
  carrierStatus: expect.stringMatching(
    new RegExp(`^(${answerFor(number).carrierStatus}|SUSPENDED|ported out)$`),
  ),
});

/** What each fault, striking every number of an answer, makes of them. */
const FAULTS: {
  share: keyof SettingsInput;
  how: (typeof NUMBER_FAULT_KINDS)[number];
  verdict: (number: string) => Verdict;
  notes: Partial<AnswerNotes>;
}[] = [
  { share: "missingShare", how: "missing", verdict: noAnswer, notes: { missing: 200 } },
  { share: "doubledShare", how: "doubled", verdict: rightVerdict, notes: { doubled: 200 } },
  {
    share: "contradictedShare",
    how: "contradicted",
    verdict: noAnswer,
    notes: { doubled: 200, conflicting: 200 },
  },
  { share: "foreignShare", how: "foreign", verdict: rightVerdict, notes: { unasked: 200 } },
  { share: "withoutPlusShare", how: "without_plus", verdict: rightVerdict, notes: {} },
  { share: "chatAddressShare", how: "chat_address", verdict: rightVerdict, notes: {} },
  { share: "withoutCarrierShare", how: "without_carrier", verdict: bare, notes: {} },
  { share: "oddStatusShare", how: "odd_status", verdict: oddStatus, notes: {} },
  { share: "flagAsTextShare", how: "flag_as_text", verdict: rightVerdict, notes: { asText: 200 } },
  {
    share: "flagUnreadableShare",
    how: "flag_unreadable",
    verdict: noAnswer,
    notes: { unreadable: 200 },
  },
];

test("each fault in numbers has its row here, or is told of below", () => {
  expect([...FAULTS.map(({ how }) => how), "rejected"].sort()).toEqual(
    [...NUMBER_FAULT_KINDS].sort(),
  );
});

describe.each(FAULTS)("$how", ({ share, how, verdict, notes }) => {
  const expected = { ok: true, verdicts: asked.map(verdict) };

  test.each(["bulk", "legacy"] as const)("in every number of the %s path", async (path) => {
    sandbox.configure({ [share]: 1 });
    const result = await lookupBulk(connection, asked, { path });
    expect(result).toMatchObject({ ...expected, notes: odd(result, notes, path) });
    expect(sandbox.report()).toMatchObject({
      totals: { billed: 200 },
      calls: [{ fault: null, strikes: [how] }],
    });
  });

  test("in every n-th answer, the others are right", async () => {
    sandbox.configure({ failEvery: { n: 2, how } });
    const [first, second] = [
      await lookupBulk(connection, asked),
      await lookupBulk(connection, asked),
    ];
    expect(first).toMatchObject({ verdicts: asked.map(rightVerdict), notes: NOTHING_ODD });
    expect(second).toMatchObject(expected);
    expect(sandbox.report().calls).toMatchObject([{ fault: null }, { fault: how }]);
  });

  test("in a share of numbers, always the same ones", async () => {
    sandbox.configure({ [share]: 0.2 });
    const bodyOf = async () => {
      const deviceAddresses = JSON.stringify({ deviceAddresses: asked });
      return (await raw("POST", "/v1/S/rcs/lookup", deviceAddresses)).body.devices;
    };
    const devices = await bodyOf();
    expect(devices).toEqual(await bodyOf());
    sandbox.configure({});
    expect(devices).not.toEqual(await bodyOf());
    sandbox.configure({ [share]: 1 });
    expect(devices).not.toEqual(await bodyOf());
  });
});

/** The newer path counts its devices: it disagrees with itself when some are missing or more. */
function odd(result: object, notes: Partial<AnswerNotes>, path: "bulk" | "legacy") {
  const { missing = 0, doubled = 0, unasked = 0, unreadable = 0 } = notes;
  const countsDisagree = path === "bulk" && missing + doubled + unasked > 0;
  expect(result).toHaveProperty("ok", true);
  return { ...NOTHING_ODD, ...notes, missing, unreadable, countsDisagree };
}

describe("a single lookup", () => {
  test.each([
    ["missingShare", noAnswer(NUMBER), { missing: 1 }],
    ["foreignShare", noAnswer(NUMBER), { missing: 1, unasked: 1 }],
    ["flagUnreadableShare", noAnswer(NUMBER), { unreadable: 1 }],
    ["doubledShare", rightVerdict(NUMBER), {}],
    ["contradictedShare", rightVerdict(NUMBER), {}],
    ["withoutPlusShare", rightVerdict(NUMBER), {}],
    ["chatAddressShare", rightVerdict(NUMBER), {}],
    ["flagAsTextShare", rightVerdict(NUMBER), { asText: 1 }],
    ["withoutCarrierShare", bare(NUMBER), {}],
  ] as const)("with %s", async (share, verdict, notes) => {
    sandbox.configure({ [share]: 1 });
    expect(await lookupSingle(connection, NUMBER)).toMatchObject({ ok: true, verdict, notes });
  });
});

describe("rejected numbers", () => {
  test("are listed as invalid and cost nothing", async () => {
    sandbox.configure({ rejectShare: 0.1 });
    const result = await lookupBulk(connection, asked);
    if (!result.ok) throw new Error("The call must be answered.");
    const rejected = result.verdicts.filter(({ outcome }) => outcome === "rejected");
    expect(rejected.length).toBeGreaterThan(0);
    expect(rejected[0]).toMatchObject({ reason: LISTED_AS_INVALID });
    expect(result.notes).toEqual(NOTHING_ODD);
    const billed = asked.length - rejected.length;
    expect(sandbox.report().totals).toMatchObject({ numbers: 200, billed });
    const { number = "" } = rejected[0] ?? {};
    expect(sandbox.countOf(number)).toEqual({ number, asked: 1, billed: 0 });
  });

  test("bring a batch under 100, which is refused; singly each has its answer", async () => {
    sandbox.configure({ rejectShare: 0.1 });
    const batch = asked.slice(0, 105);
    expect(await failureOf(lookupBulk(connection, batch))).toMatchObject({
      kind: "too_few_numbers",
      message: expect.stringMatching(/At least 100/),
    });
    expect(sandbox.report().totals).toMatchObject({ numbers: 105, billed: 0 });
    const singly = await Promise.all(batch.map((number) => lookupSingle(connection, number)));
    const refused = singly.filter((result) => !result.ok);
    expect(refused.length).toBeGreaterThan(5);
    expect(sandbox.report().totals.billed).toBe(105 - refused.length);
    for (const result of refused) {
      expect(result).toMatchObject({ failure: { kind: "invalid_number", httpStatus: 400 } });
    }
  });

  test("stay rejected however often they are asked", async () => {
    sandbox.configure({ rejectShare: 1, strikesPerNumber: 1 });
    for (let call = 0; call < 3; call += 1) {
      expect(await failureOf(lookupSingle(connection, NUMBER))).toMatchObject({
        kind: "invalid_number",
      });
    }
  });

  test("all of a batch are one failure", async () => {
    sandbox.configure({ failEvery: { n: 1, how: "rejected" } });
    expect(await failureOf(lookupBulk(connection, asked))).toMatchObject({
      kind: "invalid_number",
    });
  });
});

test("counts that disagree change no verdict", async () => {
  for (const settings of [
    { wrongCounts: true },
    { failEvery: { n: 1, how: "wrong_counts" as const } },
  ]) {
    sandbox.configure(settings);
    expect(await lookupBulk(connection, asked)).toMatchObject({
      verdicts: asked.map(rightVerdict),
      notes: { ...NOTHING_ODD, countsDisagree: true },
    });
  }
});

test("a number is spared once it was struck as often as the settings say", async () => {
  sandbox.configure({ missingShare: 1, strikesPerNumber: 1 });
  expect(await lookupBulk(connection, asked)).toMatchObject({ notes: { missing: 200 } });
  expect(await lookupBulk(connection, asked)).toMatchObject({ notes: NOTHING_ODD });
});

test("the share of failEvery strikes a part of the call's numbers", async () => {
  sandbox.configure({ failEvery: { n: 1, how: "missing", share: 0.5 } });
  const result = await lookupBulk(connection, asked);
  const missing = result.ok ? result.notes.missing : 0;
  expect(missing).toBeGreaterThan(50);
  expect(missing).toBeLessThan(150);
});

describe("a request for number lookups", () => {
  test.each([
    ["missingShare", { accepted: [], missing: [NUMBER] }, 1],
    ["doubledShare", { accepted: [{ number: NUMBER }], missing: [] }, 1],
    ["foreignShare", { accepted: [{ number: NUMBER }], missing: [] }, 1],
  ] as const)("with %s", async (share, expected, billed) => {
    sandbox.configure({ [share]: 1 });
    expect(await requestNumberLookups(connection, [NUMBER])).toMatchObject(expected);
    expect(sandbox.report().totals.billed).toBe(billed);
  });

  test("leaves rejected numbers out and does not bill them", async () => {
    sandbox.configure({ rejectShare: 0.5 });
    const result = await requestNumberLookups(connection, asked);
    if (!result.ok) throw new Error("The request must be accepted.");
    expect(result.missing.length).toBeGreaterThan(0);
    expect(sandbox.report().totals.billed).toBe(result.accepted.length);
  });
});
