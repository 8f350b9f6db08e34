import { describe, expect, it } from "vitest";
import { numberPattern } from "./number-pattern";

const american = new RegExp(numberPattern("14155552671", "US"));

describe("a cell that holds a number", () => {
  it.each([
    "+14155552671",
    "call (415) 555-2671 or 555 0000",
    "415.555.2671x12",
    "00 1 415 - 555 - 2671",
    "４１５５５５２６７１",
    "٤١٥٥٥٥٢٦٧١",
    "4155552671/4155552672",
  ])("is found: %s", (cell) => expect(american.test(cell)).toBe(true));

  it.each(["+14155552672", "415 555", "4155552", "", "4.15556E+09", "415 call 555 now 2671"])(
    "is not found: %s",
    (cell) => expect(american.test(cell)).toBe(false),
  );

  it("of few digits has its calling code, which tells it from others", () => {
    const short = new RegExp(numberPattern("29041234", "SH"));
    expect(short.test("+290 41234")).toBe(true);
    expect(short.test("5554123499")).toBe(false);
  });

  it("is found by digits alone when it is no number that is known", () => {
    expect(new RegExp(numberPattern("9100000000")).test("91 0000 0000")).toBe(true);
  });
});
