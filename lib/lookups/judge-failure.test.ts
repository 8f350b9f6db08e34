import { afterEach, expect, it, vi } from "vitest";
import { FAILURE_KINDS, failurePolicy } from "@/lib/kaleyra/failures";
import { throttledWaitMs } from "./backoff";
import { judgeFailure } from "./judge-failure";

const MAX_ATTEMPTS = 5;

afterEach(() => {
  vi.restoreAllMocks();
});

it("tries what may succeed five times, and nothing else again", () => {
  for (const kind of FAILURE_KINDS.filter((one) => one !== "throttled")) {
    const { retry, pauses } = failurePolicy(kind);
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      const next = pauses ? "pause" : retry ? "retry" : "give_up";
      expect(judgeFailure({ kind }, attempt)).toMatchObject({ next });
    }
    const next = pauses ? "pause" : "give_up";
    expect(judgeFailure({ kind }, MAX_ATTEMPTS)).toMatchObject({ next });
  }
});

it("waits before another attempt, anything up to a bound that doubles", () => {
  const random = vi.spyOn(Math, "random").mockReturnValue(1);
  const waits = [1, 2, 3, 4].map((attempt) => judgeFailure({ kind: "timeout" }, attempt));
  expect(waits).toMatchObject([{ ms: 1_000 }, { ms: 2_000 }, { ms: 4_000 }, { ms: 8_000 }]);
  random.mockReturnValue(0);
  expect(judgeFailure({ kind: "timeout" }, 4)).toMatchObject({ ms: 0 });
});

it("never gives up on a call that was turned away, which is no attempt", () => {
  for (const attempt of [1, MAX_ATTEMPTS, 1_000]) {
    expect(judgeFailure({ kind: "throttled" }, attempt)).toEqual({
      next: "retry",
      ms: 0,
      isAttempt: false,
    });
  }
});

it("waits anything up to a bound that doubles with each refusal in a row, at most a minute", () => {
  expect(throttledWaitMs(1, () => 1)).toBe(1_000);
  expect(throttledWaitMs(4, () => 1)).toBe(8_000);
  expect(throttledWaitMs(1_000, () => 1)).toBe(60_000);
  expect(throttledWaitMs(1_000, () => 0)).toBe(0);
});
