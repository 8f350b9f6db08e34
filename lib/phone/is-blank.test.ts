import { expect, it } from "vitest";
import { isBlank } from "./is-blank";

it.each(["", " ", "\t", "\u00a0", "\u200b\ufeff", "'", '=""', '""', " \n ", " ".repeat(5000)])(
  "%j is blank",
  (cell) => {
    expect(isBlank(cell)).toBe(true);
  },
);

it.each(["0", "-", "n/a", "x", "+1", "'0"])("%j is not blank", (cell) => {
  expect(isBlank(cell)).toBe(false);
});
