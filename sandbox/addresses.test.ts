import { expect, test } from "vitest";
import { sortAddresses } from "./addresses";

test("addresses are normalised, checked and deduplicated as documented", () => {
  const given = ["+14155552671", "14155552671", "917055512804", "", "  ", "+53", "x", "+0155", 7];
  expect(sortAddresses(given)).toEqual({
    valid: ["+14155552671", "+917055512804"],
    invalid: ["", "  ", "+53", "x", "+0155", 7],
    duplicates: 1,
    rejected: [],
  });
});

test("a number that is not accepted is invalid as it was given", () => {
  const given = ["14155552671", "+14155552671", "+14155552672"];
  expect(sortAddresses(given, (number) => number === "+14155552671")).toEqual({
    valid: ["+14155552672"],
    invalid: ["14155552671", "+14155552671"],
    duplicates: 0,
    rejected: ["+14155552671"],
  });
});
