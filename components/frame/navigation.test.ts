import { describe, expect, it } from "vitest";
import { isIn, PLACES } from "./navigation";

describe("isIn", () => {
  it.each([
    ["/", "Overview"],
    ["/runs", "Runs"],
    ["/runs/0191-42", "Runs"],
    ["/accounts/new", "Accounts"],
    ["/lookup", "Quick check"],
  ])("marks one place for %s", (pathname, label) => {
    expect(PLACES.filter((place) => isIn(place, pathname)).map((p) => p.label)).toEqual([label]);
  });

  it("does not take a longer word for a place", () => {
    expect(PLACES.some((place) => isIn(place, "/runsheet"))).toBe(false);
  });
});
