import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcome } from "@/lib/api/common";
import { countWithoutAnswer, groupByCarrier, groupByCountry } from "./group-breakdown";

const cells = fc.array(
  fc.record({
    outcome: fc.constantFrom(...outcome.options),
    country: fc.constantFrom("US", "DE", "001"),
    carrier: fc.constantFrom("AT&T", "Jio", null),
    carrierStatus: fc.constantFrom("ACTIVE", null),
    contacts: fc.integer({ min: 1, max: 1e6 }),
  }),
);
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

const all = (given: readonly { contacts: number }[]) => sum(given.map((one) => one.contacts));

describe("groupByCarrier", () => {
  it("loses and doubles no contact", () => {
    fc.assert(
      fc.property(cells, (given) => {
        const { carriers, notProvided } = groupByCarrier(given);
        const grouped = all(carriers) + (notProvided?.contacts ?? 0);
        expect(grouped + countWithoutAnswer(given)).toBe(all(given));
      }),
    );
  });

  it("keeps a carrier that was not provided apart, and failures out of it", () => {
    const base = { country: "DE", carrier: null, carrierStatus: null };
    expect(
      groupByCarrier([
        { ...base, outcome: "rcs", contacts: 5 },
        { ...base, outcome: "failed", contacts: 7 },
        { ...base, outcome: "rcs", carrier: "Jio", contacts: 2 },
        { ...base, outcome: "not_rcs", carrier: "Jio", contacts: 1 },
      ]),
    ).toEqual({
      carriers: [{ key: "Jio", contacts: 3, reachable: 2 }],
      notProvided: { key: "", contacts: 5, reachable: 5 },
    });
  });
});

describe("groupByCountry", () => {
  it("loses and doubles no contact, and sorts from the largest down", () => {
    fc.assert(
      fc.property(cells, (given) => {
        const groups = groupByCountry(given);
        expect(all(groups) + countWithoutAnswer(given)).toBe(all(given));
        const counts = groups.map((one) => one.contacts);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
    );
  });

  it("counts the same contacts as the carriers, so that the two never contradict each other", () => {
    fc.assert(
      fc.property(cells, (given) => {
        const { carriers, notProvided } = groupByCarrier(given);
        const byCarrier = [...carriers, ...(notProvided ? [notProvided] : [])];
        const byCountry = groupByCountry(given);
        expect(all(byCountry)).toBe(all(byCarrier));
        expect(sum(byCountry.map((one) => one.reachable))).toBe(
          sum(byCarrier.map((one) => one.reachable)),
        );
      }),
    );
  });

  it("leaves out what has no answer", () => {
    const base = { country: "US", carrier: null, carrierStatus: null };
    expect(
      groupByCountry([
        { ...base, outcome: "rcs", contacts: 3 },
        { ...base, outcome: "failed", contacts: 1 },
        { ...base, outcome: "pending", contacts: 6 },
      ]),
    ).toEqual([{ key: "US", contacts: 3, reachable: 3 }]);
  });
});
