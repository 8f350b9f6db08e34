import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  describePlan,
  MAX_BULK,
  MIN_BULK,
  planCalls,
  planCountries,
  planGroups,
  planRetry,
} from "./plan";

describe("planCalls", () => {
  it.each([
    [0, [], 0],
    [1, [], 1],
    [99, [], 99],
    [100, [100], 0],
    [101, [101], 0],
    [500, [500], 0],
    [501, [251, 250], 0],
    [999, [500, 499], 0],
    [1040, [347, 347, 346], 0],
  ])("plans %i numbers as %j and %i singles", (count, bulkSizes, singles) => {
    expect(planCalls(count)).toEqual({ bulkSizes, singles });
  });

  it("asks every number exactly once, in calls of allowed and even sizes", () => {
    fc.assert(
      fc.property(fc.nat({ max: 3_000_000 }), (count) => {
        const { bulkSizes, singles } = planCalls(count);
        let asked = singles;
        let least = Number.POSITIVE_INFINITY;
        let most = 0;
        for (const size of bulkSizes) {
          asked += size;
          least = Math.min(least, size);
          most = Math.max(most, size);
        }
        expect(asked).toBe(count);
        expect(singles).toBeLessThan(MIN_BULK);
        if (bulkSizes.length === 0) return;
        expect(least).toBeGreaterThanOrEqual(MIN_BULK);
        expect(most).toBeLessThanOrEqual(MAX_BULK);
        expect(most - least).toBeLessThanOrEqual(1);
        expect(bulkSizes.length).toBe(Math.ceil(count / MAX_BULK));
      }),
    );
  });
});

describe("planRetry", () => {
  it.each([
    [1, 500, "3 bulk calls of 166 or 167 numbers"],
    [1, 200, "2 bulk calls of 100 numbers"],
    [1, 199, "199 single calls"],
    [2, 5_000, "5,000 single calls"],
    [2, 5_001, "26 bulk calls of 192 or 193 numbers"],
    [9, 167, "167 single calls"],
  ])("asks less at a time than before: retry %i of %i numbers by %s", (retry, count, words) => {
    expect(describePlan(planRetry(count, retry))).toBe(words);
  });

  it("goes by all that a run asks again, whichever calls its countries have", () => {
    expect(describePlan(planRetry(3_000, 2, 6_000))).toBe("16 bulk calls of 187 or 188 numbers");
    expect(describePlan(planRetry(3_000, 2, 3_150))).toBe("3,000 single calls");
  });

  it("asks every number exactly once, in the smallest calls that Kaleyra takes", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 9 }), (count, retry) => {
        const { bulkSizes, singles } = planRetry(count, retry);
        expect(bulkSizes.reduce((sum, size) => sum + size, singles)).toBe(count);
        for (const size of bulkSizes) {
          expect(size).toBeGreaterThanOrEqual(MIN_BULK);
          expect(size).toBeLessThan(2 * MIN_BULK);
        }
      }),
    );
  });
});

describe("planGroups", () => {
  it("plans each group by itself", () => {
    expect(planGroups([501, 42, 100])).toEqual({ bulkSizes: [251, 250, 100], singles: 42 });
  });

  it("asks every number of every group exactly once; only groups under a hundred go singly", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5_000 }), { maxLength: 60 }), (counts) => {
        const { bulkSizes, singles } = planGroups(counts);
        const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
        expect(sum(bulkSizes) + singles).toBe(sum(counts));
        expect(singles).toBe(sum(counts.filter((count) => count < MIN_BULK)));
        for (const size of bulkSizes) {
          expect(size).toBeGreaterThanOrEqual(MIN_BULK);
          expect(size).toBeLessThanOrEqual(MAX_BULK);
        }
        // No group pays for another: each has as few calls as it would have alone.
        expect(bulkSizes.length).toBe(
          sum(counts.map((count) => (count < MIN_BULK ? 0 : Math.ceil(count / MAX_BULK)))),
        );
      }),
    );
  });
});

describe("planCountries", () => {
  const countries = [{ contacts: 501 }, { contacts: 42 }];

  it("lets countries share calls, unless the account wants one country per batch", () => {
    const planned = (oneCountryPerBatch: boolean) =>
      describePlan(planCountries(countries, { oneCountryPerBatch }));
    expect(planned(false)).toBe("2 bulk calls of 271 or 272 numbers");
    expect(planned(true)).toBe("2 bulk calls of 250 or 251 numbers and 42 single calls");
  });
});

describe("describePlan", () => {
  it.each([
    [4764, "10 bulk calls of 476 or 477 numbers"],
    [500, "1 bulk call of 500 numbers"],
    [42, "42 single calls"],
    [1, "1 single call"],
    [0, "no calls"],
  ])("tells the calls of %i numbers in words", (count, words) => {
    expect(describePlan(planCalls(count))).toBe(words);
  });
});
