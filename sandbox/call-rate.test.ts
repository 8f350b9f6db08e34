import fc from "fast-check";
import { expect, test } from "vitest";
import { CallRate } from "./call-rate";

test("counts the calls of the last second, and the most there ever were", () => {
  const steps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(steps, (pauses) => {
      const rate = new CallRate();
      const times: number[] = [];
      let now = 0;
      let most = 0;
      for (const pause of pauses) {
        now += pause;
        times.push(now);
        rate.add(now);
        const within = times.filter((time) => now - time < 1000).length;
        most = Math.max(most, within);
        expect(rate.countAt(now)).toBe(within);
      }
      expect(rate.maximum).toBe(most);
      expect(rate.countAt(now + 1000)).toBe(0);
    }),
  );
});

test("forgets what is long ago", () => {
  const rate = new CallRate();
  for (let now = 0; now < 5000; now += 1) rate.add(now);
  expect(rate.countAt(4999)).toBe(1000);
  expect(rate.maximum).toBe(1000);
});
