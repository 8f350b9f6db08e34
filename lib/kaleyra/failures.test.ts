import { expect, test } from "vitest";
import { FAILURE_KINDS, FAILURES, failurePolicy } from "./failures";

test("what pauses a run is not retried, and both 401s have their own advice", () => {
  const pausing = FAILURE_KINDS.filter((kind) => failurePolicy(kind).pauses);
  expect(pausing).toEqual(["unauthorised", "unpaid", "rcs_not_enabled"]);
  expect(pausing.some((kind) => failurePolicy(kind).retry)).toBe(false);
  expect(FAILURES.unauthorised.advice).toMatch(/IP addresses.*team member/);
  expect(FAILURES.rcs_not_enabled.advice).toMatch(/representative/);
});

test("whatever may have reached Kaleyra without a clear refusal is ambiguous, never free", () => {
  const ambiguous = FAILURE_KINDS.filter((kind) => failurePolicy(kind).billing === "ambiguous");
  expect(ambiguous).toEqual([
    "timeout",
    "broken_off",
    "unexplained",
    "upstream_failed",
    "malformed",
  ]);
});

test("what may succeed when it is asked again is retried, and nothing else", () => {
  const retried = FAILURE_KINDS.filter((kind) => failurePolicy(kind).retry);
  expect(retried).toEqual([
    "network",
    "timeout",
    "broken_off",
    "throttled",
    "upstream_failed",
    "malformed",
  ]);
});
