import fc from "fast-check";
import { expect, it } from "vitest";
import { NumberSet } from "./number-set";

it("numbers distinct numbers in the order of their arrival, through growth, up to 15 digits", () => {
  const number = fc.integer({ min: 1_000_000, max: 999_999_999_999_999 });
  fc.assert(
    fc.property(fc.array(number, { maxLength: 300 }), (numbers) => {
      const set = new NumberSet();
      const ordinals = new Map<number, number>();
      // Changes nothing.
      set.expect(numbers);
      for (const one of numbers) {
        if (!ordinals.has(one)) ordinals.set(one, ordinals.size);
        expect(set.add(one)).toBe(ordinals.get(one));
      }
      expect(set.size).toBe(ordinals.size);
      for (const [one, ordinal] of ordinals) expect(set.at(ordinal)).toBe(one);
    }),
  );
});

it("keeps 100,000 consecutive numbers apart", () => {
  const set = new NumberSet();
  for (let n = 0; n < 100_000; n += 1) set.add(14_155_500_000 + n);
  for (let n = 0; n < 100_000; n += 1) expect(set.add(14_155_500_000 + n)).toBe(n);
  expect(set.size).toBe(100_000);
});
