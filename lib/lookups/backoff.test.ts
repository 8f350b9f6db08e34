import fc from "fast-check";
import { expect, it } from "vitest";
import { backoffMs } from "./backoff";

it("waits anything from nothing to a bound that doubles, up to half a minute", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, draw) => {
        const wait = backoffMs(attempt, () => draw);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** attempt));
      },
    ),
  );
  // Full jitter: the draw alone says where between nothing and the bound.
  expect(backoffMs(9, () => 0)).toBe(0);
  expect(backoffMs(3, () => 0.25)).toBe(1_000);
  expect(backoffMs(1, () => 1)).toBe(1_000);
  expect(backoffMs(3, () => 1)).toBe(4_000);
  expect(backoffMs(9, () => 1)).toBe(30_000);
});
