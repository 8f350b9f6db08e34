import { describe, expect, it } from "vitest";
import { hasOwnBar, isIn, PLACES } from "./navigation";

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

describe("hasOwnBar", () => {
  it("is so of the upload alone", () => {
    const paths = ["/", "/runs", "/runs/new", "/runs/0191-42", "/lookup"];
    expect(paths.filter(hasOwnBar)).toEqual(["/runs/new"]);
  });
});
