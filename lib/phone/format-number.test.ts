import { expect, it } from "vitest";
import { formatInternational, formatNational } from "./format-number";

it("writes a number as at home and as abroad", () => {
  expect(formatInternational("+442079460018")).toBe("+44 20 7946 0018");
  expect(formatNational("+442079460018")).toBe("020 7946 0018");
  expect(formatNational("+14155552671")).toBe("(415) 555-2671");
});

it("leaves alone what it can't read", () => {
  expect(formatInternational("+")).toBe("+");
});
