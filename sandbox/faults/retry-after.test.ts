import { expect, test } from "vitest";
import { parseRetryAfter } from "@/lib/kaleyra/retry-after";
import { giveRetryAfter } from "./retry-after";

const NOW = Date.parse("2026-03-01T12:00:00.400Z");

test("seconds are given as they are", () => {
  expect(giveRetryAfter({ retryAfter: 7, retryAfterAs: "seconds" }, NOW)).toEqual({
    header: "7",
    overInMs: 7000,
  });
});

test("a date is rounded up to a whole second", () => {
  const given = giveRetryAfter({ retryAfter: 7, retryAfterAs: "date" }, NOW);
  expect(given).toEqual({ header: "Sun, 01 Mar 2026 12:00:08 GMT", overInMs: 7600 });
});

test("the client waits at least as long as it is told", () => {
  for (const retryAfterAs of ["seconds", "date"] as const) {
    const given = giveRetryAfter({ retryAfter: 3, retryAfterAs }, NOW);
    const headers = new Headers({
      date: new Date(NOW).toUTCString(),
      "retry-after": given?.header ?? "",
    });
    expect(parseRetryAfter(headers)).toBeGreaterThanOrEqual(given?.overInMs ?? Infinity);
  }
});

test.each([
  { retryAfter: null, retryAfterAs: "seconds" },
  { retryAfter: 5, retryAfterAs: "none" },
] as const)("%j is none", (wanted) => {
  expect(giveRetryAfter(wanted, NOW)).toBeNull();
});
