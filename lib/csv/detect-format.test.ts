import { describe, expect, it } from "vitest";
import { detectFormat } from "./detect-format";
import { detectHeader } from "./detect-header";

describe("detectFormat", () => {
  it.each([
    ["name,phone\nAnn,+1 415\n", ","],
    ["name;phone\nAnn;+1 415\n", ";"],
    ["name\tphone\nAnn\t+1 415\n", "\t"],
    ["name|phone\nAnn|+1 415\n", "|"],
    ["name;price;phone\nAnn;1,50;1\nBob;2,50;2\n", ";"],
    ['name;phone\n"Lee, Ann";1\n"Roe, Bob";2\n', ";"],
    ["name;phone\nLee, Ann;1\nRoe, Bob;2\n", ";"],
    ['name,phone\n"a;b;c",1\n"d;e;f",2\n', ","],
    ["phone\n+14155552671\n+14155552672\n", ","],
    ["", ","],
  ])("%j is delimited by %j", (text, delimiter) => {
    expect(detectFormat(text)).toMatchObject({ delimiter, newline: "\n", skip: 0 });
  });

  it("takes Excel's word in a sep line", () => {
    expect(detectFormat("sep=;\r\na,b;c\r\n")).toEqual({ delimiter: ";", newline: "\n", skip: 7 });
  });

  it("knows the line ends of the old Mac", () => {
    expect(detectFormat("a,b\r1,2\r").newline).toBe("\r");
    expect(detectFormat("a,b\r\n1,2\r\n").newline).toBe("\n");
  });
});

describe("detectHeader", () => {
  it.each([
    [
      [
        ["First name", "Phone"],
        ["Ann", "+1 415 555 2671"],
      ],
      true,
    ],
    [[[""], ["Phone"], ["+14155552671"]], true],
    [
      [
        ["Phone 1", "Phone 2"],
        ["", ""],
      ],
      true,
    ],
    [
      [
        ["Ann", "+1 415 555 2671"],
        ["Bob", "+1 415 555 2672"],
      ],
      false,
    ],
    [[["415-555-2671"], ["415-555-2672"]], false],
    [
      [
        ["Ann", "ann@a.example"],
        ["Bob", "bob@a.example"],
      ],
      false,
    ],
    [[["Ann", "2024-01-31"]], false],
    [[], false],
  ])("%j: %s", (records, expected) => {
    expect(detectHeader(records)).toBe(expected);
  });
});
