import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after";

const NOW = Date.UTC(1994, 10, 6, 8, 49, 0);
const parse = (value: string, date?: string) =>
  parseRetryAfter(new Headers({ "retry-after": value, ...(date ? { date } : {}) }), NOW);

test.each([
  ["0", 0],
  ["120", 120_000],
  ["1.5", 1500],
  ["Sun, 06 Nov 1994 08:49:37 GMT", 37_000],
  ["Sunday, 06-Nov-94 08:49:37 GMT", 37_000],
  ["Sun Nov  6 08:49:37 1994", 37_000],
  ["Sun, 06 Nov 1994 08:00:00 GMT", 0],
  ["99999999999", 86_400_000],
  ["-5", undefined],
  ["", undefined],
  ["soon", undefined],
  ["Sun, tomorrow", undefined],
])("%j is %j ms", (value, expected) => {
  expect(parse(value)).toBe(expected);
});

test("a date is measured against the answer's own clock", () => {
  const date = "Sun, 06 Nov 1994 08:49:35 GMT";
  expect(parse("Sun, 06 Nov 1994 08:49:37 GMT", date)).toBe(2000);
});

test("whatever the header says, the wait is undefined or between nothing and a day", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (value) => {
      const wait = parse(value) ?? 0;
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(86_400_000);
    }),
  );
});
