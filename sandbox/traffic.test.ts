import { describe, expect, test } from "vitest";
import { Traffic } from "./traffic";

describe("the limit", () => {
  test("lets so many calls through within any one second, for each account", () => {
    const traffic = new Traffic();
    const admitted = [0, 100, 200, 999, 1000, 1050, 1100].map((now) => traffic.admit("A", 2, now));
    expect(admitted).toEqual([true, true, false, false, true, false, true]);
    expect(traffic.admit("B", 2, 200)).toBe(true);
  });
});

describe("a Retry-After", () => {
  const early = (traffic: Traffic, now: number) => traffic.isEarly("A", now, 100);

  test("is not over until its time has passed; calls on their way are let off", () => {
    const traffic = new Traffic();
    expect(early(traffic, 0)).toBe(false);
    traffic.promise("A", 1000, 2000);
    expect([1000, 1100, 1101, 2999, 3000].map((now) => early(traffic, now))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(traffic.isEarly("B", 2000, 100)).toBe(false);
  });

  test("is prolonged by the next one, which does not let calls off again", () => {
    const traffic = new Traffic();
    traffic.promise("A", 0, 1000);
    traffic.promise("A", 900, 1000);
    expect([950, 1899, 1900].map((now) => early(traffic, now))).toEqual([true, true, false]);
  });

  test("is not cut short by a shorter one", () => {
    const traffic = new Traffic();
    traffic.promise("A", 0, 5000);
    traffic.promise("A", 10, 1000);
    expect(early(traffic, 4999)).toBe(true);
  });

  test("is forgotten when the log is cleared", () => {
    const traffic = new Traffic();
    traffic.promise("A", 0, 5000);
    traffic.clear();
    expect(early(traffic, 1000)).toBe(false);
  });
});
