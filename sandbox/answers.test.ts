import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, answerFor } from "./answers";
import { deviceOf } from "./device";
import { devicesOf } from "./devices";

const numbers = (prefix: string, count = 4000) =>
  Array.from({ length: count }, (_, index) => `${prefix}${5_550_000 + index}`);
const shareOf = (answers: Answer[], wanted: (answer: Answer) => boolean) =>
  answers.filter(wanted).length / answers.length;

describe("answerFor", () => {
  test("is fixed by the number", () => {
    expect(answerFor("+14155552671")).toEqual({
      number: "+14155552671",
      rcs: true,
      carrier: "Verizon",
      carrierStatus: "ACTIVE",
    });
    expect(answerFor("+919876543210")).toEqual({
      number: "+919876543210",
      rcs: false,
      carrier: "Vi",
      carrierStatus: "ACTIVE",
    });
  });

  test("about two in three US numbers have RCS, most are active, on several carriers", () => {
    const answers = numbers("+1415").map(answerFor);
    const reachable = shareOf(answers, ({ rcs }) => rcs);
    expect(reachable).toBeGreaterThan(0.6);
    expect(reachable).toBeLessThan(0.7);
    const active = shareOf(answers, ({ carrierStatus }) => carrierStatus === "ACTIVE");
    expect(active).toBeGreaterThan(0.9);
    expect(new Set(answers.map(({ carrierStatus }) => carrierStatus))).toEqual(
      new Set(["ACTIVE", "INACTIVE", "UNKNOWN"]),
    );
    expect(new Set(answers.map(({ carrier }) => carrier))).toEqual(
      new Set(["T-Mobile", "AT&T", "Verizon", "Cricket", "US Cellular", "Google"]),
    );
  });

  test("Indian numbers have Indian carriers", () => {
    expect(new Set(numbers("+91987").map((number) => answerFor(number).carrier))).toEqual(
      new Set(["Jio", "Airtel", "Vi", "BSNL"]),
    );
  });

  test.each(["+4479", "+49151", "+336", "+346", "+393", "+316", "+81", "+1416"])(
    "numbers of %s have an answer, but neither carrier nor status",
    (prefix) => {
      const answers = numbers(prefix, 500).map(answerFor);
      expect(new Set(answers.map(({ rcs }) => rcs))).toEqual(new Set([true, false]));
      expect(answers.every((a) => a.carrier === null && a.carrierStatus === null)).toBe(true);
    },
  );

  test("an inactive number never has RCS", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+(?:1[2-9]|91[6-9])\d{8}$/), (number) => {
        const { rcs, carrierStatus } = answerFor(number);
        expect(rcs && carrierStatus === "INACTIVE").toBe(false);
      }),
    );
  });
});

describe("devices", () => {
  test("what is not given is absent", () => {
    expect(Object.keys(deviceOf("+4915112345678"))).toEqual(["deviceAddress", "rcsEnabled"]);
  });

  test("come in another order than asked, each once", () => {
    const asked = numbers("+1415", 100);
    const answered = devicesOf(asked, () => false).map(({ deviceAddress }) => deviceAddress);
    expect(answered).not.toEqual(asked);
    expect([...answered].sort()).toEqual([...asked].sort());
  });
});
