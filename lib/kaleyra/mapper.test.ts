import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBulkAnswer } from "./bulk-answer";
import { LISTED_AS_INVALID, mapAnswer } from "./mapper";

const A = "+14155552671";
const B = "+14155552672";

function map(asked: string[], devices: unknown[], invalidNumbers: unknown[] = [], counts = {}) {
  const answer = readBulkAnswer({ data: { devices, invalidNumbers, ...counts }, error: {} });
  if (answer === null) throw new Error("The answer must be readable.");
  const { verdicts, notes } = mapAnswer(asked, answer);
  return { outcomes: verdicts.map(({ outcome }) => outcome), verdicts, notes };
}
const device = (deviceAddress: unknown, rcsEnabled: unknown, more = {}) => ({
  deviceAddress,
  rcsEnabled,
  ...more,
});

describe("mapAnswer", () => {
  test.each([
    "14155552671",
    "+14155552671",
    "chat:14155552671",
    "chat:+14155552671",
    "tel:+1-415-555-2671",
    " +1 (415) 555-2671 ",
    14155552671,
  ])("finds the number in %j", (address) => {
    expect(map([A], [device(address, true)]).outcomes).toEqual(["rcs"]);
  });

  test.each([
    [true, "rcs"],
    [false, "not_rcs"],
    ["true", "rcs"],
    ["FALSE", "not_rcs"],
    [" True ", "rcs"],
    ["yes", "no_answer"],
    [1, "no_answer"],
    [null, "no_answer"],
    [undefined, "no_answer"],
  ])("rcsEnabled %j is %s", (rcsEnabled, outcome) => {
    expect(map([A], [device(A, rcsEnabled)]).outcomes).toEqual([outcome]);
  });

  test("a number that is missing is no answer, never not_rcs", () => {
    const { outcomes, notes } = map([A, B], [device(B, true)]);
    expect(outcomes).toEqual(["no_answer", "rcs"]);
    expect(notes.missing).toBe(1);
  });

  test("a device that nobody asked for is noted and changes nothing", () => {
    const { outcomes, notes } = map([A], [device("+4915112345678", true), device(A, false)]);
    expect(outcomes).toEqual(["not_rcs"]);
    expect(notes.unasked).toBe(1);
  });

  test("a doubled device counts once, filled up by what the other one says", () => {
    const { verdicts, notes } = map(
      [A],
      [device(A, true), device("14155552671", true, { carrierId: "Verizon" })],
    );
    expect(verdicts).toEqual([
      { number: A, outcome: "rcs", carrier: "Verizon", carrierStatus: null },
    ]);
    expect(notes).toMatchObject({ doubled: 1, conflicting: 0 });
  });

  test("contrary answers for one number are no answer, whatever their order", () => {
    const { outcomes, notes } = map([A], [device(A, true), device(A, false), device(A, true)]);
    expect(outcomes).toEqual(["no_answer"]);
    expect(notes).toMatchObject({ doubled: 2, conflicting: 1, missing: 0 });
  });

  test("a readable entry wins over an unreadable one", () => {
    expect(map([A], [device(A, "?"), device(A, true)]).outcomes).toEqual(["rcs"]);
    expect(map([A], [device(A, true), device(A, "?")]).outcomes).toEqual(["rcs"]);
  });

  test("an rcsEnabled that came as text is read, and noted", () => {
    const { outcomes, notes } = map([A, B], [device(A, "true"), device(B, true)]);
    expect(outcomes).toEqual(["rcs", "rcs"]);
    expect(notes).toMatchObject({ asText: 1, unreadable: 0 });
  });

  test("entries that are no devices are noted", () => {
    const { outcomes, notes } = map([A], [null, "x", 7, [], {}, device(A, false)]);
    expect(outcomes).toEqual(["not_rcs"]);
    expect(notes.unreadable).toBe(5);
  });

  test("a number in the invalid list is rejected, with or without +", () => {
    expect(map([A, B], [], ["14155552671", B, "", null, "nonsense"])).toMatchObject({
      verdicts: [
        { number: A, outcome: "rejected", reason: LISTED_AS_INVALID },
        { number: B, outcome: "rejected", reason: LISTED_AS_INVALID },
      ],
      notes: { missing: 0, unasked: 3 },
    });
  });

  test("a number that was looked up and is listed as invalid too has its answer", () => {
    expect(map([A], [device(A, true)], [A]).outcomes).toEqual(["rcs"]);
  });

  test.each([
    [{ carrierId: "", carrierStatus: "  " }, null, null],
    [{ carrierId: null }, null, null],
    [{ carrierId: "AT&T", carrierStatus: "INACTIVE" }, "AT&T", "INACTIVE"],
    [{ carrierId: "A\u0000B", carrierStatus: "Suspended" }, "A B", "Suspended"],
    [{ carrierId: "AT&T", carrierStatus: " Active " }, "AT&T", "ACTIVE"],
    [{ carrierId: "AT&T", carrierStatus: "unknown" }, "AT&T", "UNKNOWN"],
    [{ carrierId: { name: "x" }, carrierStatus: [] }, null, null],
  ])("%j: carrier %j, status %j", (given, carrier, carrierStatus) => {
    expect(map([A], [device(A, true, given)]).verdicts).toEqual([
      { number: A, outcome: "rcs", carrier, carrierStatus },
    ]);
  });

  test("counts are compared with the lists, not believed", () => {
    const devices = [device(A, true)];
    expect(map([A], devices, [], { uniqueTotal: 1 }).notes.countsDisagree).toBe(false);
    expect(map([A], devices, [], { uniqueTotal: 2 }).notes.countsDisagree).toBe(true);
    expect(map([A], devices, [], { invalidCount: 1 }).notes.countsDisagree).toBe(true);
    expect(map([A], devices, [], { invalidCount: "many" }).notes.countsDisagree).toBe(false);
  });

  test("an invalid number that is no text at all is one that nobody asked for", () => {
    // An object that can't be turned into a text: found by the property below.
    const { outcomes, notes } = map([A], [device(A, true)], [{ toString: false }, null, 7]);
    expect(outcomes).toEqual(["rcs"]);
    expect(notes.unasked).toBe(3);
  });

  test("every asked number gets exactly one verdict, whatever comes back", () => {
    const number = fc
      .integer({ min: 1_000_000_000, max: 1_000_000_200 })
      .map((digits) => `+${digits}`);
    const entry = fc.oneof(
      fc.record({
        deviceAddress: fc.oneof(number, fc.string(), fc.constant(null)),
        rcsEnabled: fc.oneof(fc.boolean(), fc.constantFrom("true", "false", "maybe", null)),
      }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(number, { maxLength: 50 }),
        fc.array(entry, { maxLength: 80 }),
        fc.array(fc.oneof(number, fc.jsonValue()), { maxLength: 20 }),
        (asked, devices, invalid) => {
          const { verdicts } = map(asked, devices, invalid);
          expect(verdicts.map((verdict) => verdict.number)).toEqual(asked);
        },
      ),
    );
  });

  test("the order of the answer does not matter", () => {
    const entries = fc.uniqueArray(
      fc.record({
        deviceAddress: fc.integer({ min: 10_000_000, max: 10_000_099 }).map(String),
        rcsEnabled: fc.boolean(),
      }),
      { selector: ({ deviceAddress }) => deviceAddress, minLength: 1 },
    );
    fc.assert(
      fc.property(
        entries.chain((devices) =>
          fc.tuple(
            fc.constant(devices),
            fc.shuffledSubarray(devices, { minLength: devices.length }),
          ),
        ),
        ([devices, shuffled]) => {
          const asked = devices.map(({ deviceAddress }) => `+${deviceAddress}`);
          expect(map(asked, shuffled).verdicts).toEqual(map(asked, devices).verdicts);
        },
      ),
    );
  });
});

describe("readBulkAnswer", () => {
  test.each([null, [], "x", {}, { data: [] }, { data: {} }, { devices: {} }, { devices: null }])(
    "%j is no bulk answer",
    (body) => {
      expect(readBulkAnswer(body)).toBeNull();
    },
  );
});
