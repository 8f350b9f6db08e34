import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcome } from "@/lib/api/common";
import { groupByCarrier, groupByCountry } from "./group-breakdown";

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

describe("groupByCarrier", () => {
  it("loses and doubles no contact", () => {
    fc.assert(
      fc.property(cells, (given) => {
        const { carriers, notProvided, withoutAnswer } = groupByCarrier(given);
        const grouped = sum(carriers.map((one) => one.contacts)) + (notProvided?.contacts ?? 0);
        expect(grouped + withoutAnswer).toBe(sum(given.map((cell) => cell.contacts)));
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
      carriers: [{ key: "Jio", contacts: 3, checked: 3, reachable: 2, notReachable: 1 }],
      notProvided: { key: "", contacts: 5, checked: 5, reachable: 5, notReachable: 0 },
      withoutAnswer: 7,
    });
  });
});

describe("groupByCountry", () => {
  it("loses and doubles no contact, and sorts from the largest down", () => {
    fc.assert(
      fc.property(cells, (given) => {
        const counts = groupByCountry(given).map((one) => one.contacts);
        expect(sum(counts)).toBe(sum(given.map((cell) => cell.contacts)));
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
    );
  });

  it("takes only looked-up contacts for the share", () => {
    const base = { country: "US", carrier: null, carrierStatus: null };
    const [us] = groupByCountry([
      { ...base, outcome: "rcs", contacts: 3 },
      { ...base, outcome: "failed", contacts: 1 },
      { ...base, outcome: "pending", contacts: 6 },
    ]);
    expect(us).toEqual({ key: "US", contacts: 10, checked: 4, reachable: 3, notReachable: 0 });
  });
});
