import { describe, expect, it } from "vitest";
import { readSearch, startsWithin } from "./number-search";

/** Whether a search finds a number. */
function finds(typed: string, number: string): boolean {
  const search = readSearch(typed);
  if (!search) return false;
  const { starts, ends } = search;
  return starts.some((start) => number.startsWith(start)) || (ends ? number.endsWith(ends) : false);
}

describe("a search by number", () => {
  it.each([
    ["+44 7911 123456", "+447911123456"],
    ["0044 7911 123456", "+447911123456"],
    ["+44 (0)7911 123456", "+447911123456"],
    ["447911123456", "+447911123456"],
    ["07911 123 456", "+447911123456"],
    ["(0) 7911-123", "+447911123456"],
    ["7911", "+447911123456"],
    ["0", "+447911123456"],
    ["3456", "+447911123456"],
    ["23.456", "+447911123456"],
    ["(415) 200-0123", "+14152000123"],
    ["1 415 200", "+14152000123"],
    ["415", "+14152000123"],
    ["8 916 123", "+79161234567"],
    ["06 1 234", "+3612345678"],
    ["06 12345", "+390612345678"],
    ["٠٧٩١١", "+447911123456"],
    ["+8001", "+80012345678"],
  ])("%j finds %s", (typed, number) => expect(finds(typed, number)).toBe(true));

  it.each([
    ["911", "+447911123456", "digits in the middle"],
    ["456", "+447911123456", "fewer than four last digits"],
    ["+3456", "+447911123456", "a plus is a beginning"],
    ["+415", "+14152000123", "a plus comes before a calling code"],
    ["abc", "+14152000123", "no digit"],
    ["", "+14152000123", "nothing"],
  ])("%j does not find %s: %s", (typed, number) => expect(finds(typed, number)).toBe(false));

  it("has beginnings of which none begins with another, so that no number is found twice", () => {
    for (const typed of ["1", "0", "11", "415", "8", "07", "00", "44"]) {
      const { starts } = readSearch(typed) ?? { starts: [] };
      for (const one of starts) {
        expect(starts.filter((other) => one.startsWith(other))).toEqual([one]);
      }
    }
  });

  it("keeps of its beginnings those of the countries asked for", () => {
    const { starts } = readSearch("079") ?? { starts: [] };
    expect(startsWithin(starts, ["GB"])).toEqual(["+44079", "+4479"]);
    expect(startsWithin(["+4"], ["GB", "DE"])).toEqual(["+44", "+49"]);
    expect(startsWithin(starts, ["US"])).toEqual(["+1079"]);
    expect(startsWithin(["+8001"], ["001"])).toEqual(["+8001"]);
  });
});
