import fc from "fast-check";
import { expect, test } from "vitest";
import { maskNumber, maskNumbersIn } from "./mask";

test.each([
  ["+14155552671", "+1415•••••71"],
  ["919876543210", "9198••••••10"],
  ["+53555", "+•••••"],
  ["+5355512", "+5••••12"],
])("%s becomes %s", (number, masked) => {
  expect(maskNumber(number)).toBe(masked);
});

test.each([
  ["asked for +1 (415) 555-2671, got 502", "asked for +1415•••••71, got 502"],
  ["/rcs/lookup/%2B14155552671", "/rcs/lookup/%2B1415•••••71"],
  ["code RCS702, 250 of 500", "code RCS702, 250 of 500"],
])("%j becomes %j", (text, masked) => {
  expect(maskNumbersIn(text)).toBe(masked);
});

test("at least four digits of a number are hidden", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), (number) => {
      expect(maskNumber(number).match(/•/g)?.length).toBeGreaterThanOrEqual(4);
      expect(maskNumber(number)).toHaveLength(number.length);
    }),
  );
});
