import { describe, expect, it } from "vitest";
import { pointsBetween } from "./points";

const share = (reachable: number, contacts: number) => ({ reachable, contacts });

describe("pointsBetween", () => {
  it.each([
    [share(50, 100), share(532, 1000), "+3.2"],
    [share(2, 3), share(1, 3), "−33.4"],
    [share(1, 3), share(10, 30), "0"],
    [share(5_000, 10_000), share(5_001, 10_000), "under +0.1"],
    [share(0, 10), share(10, 10), "+100.0"],
    // 71.4% → 70.3%, as both are shown.
    [share(7_136, 10_000), share(7_034, 10_000), "−1.1"],
    [share(0, 0), share(1, 1), null],
    [share(1, 1), share(0, 0), null],
  ])("from %o to %o is %s", (before, after, points) => {
    expect(pointsBetween(before, after)).toBe(points);
  });
});
