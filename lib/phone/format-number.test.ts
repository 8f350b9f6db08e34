import { expect, it } from "vitest";
import { formatNational } from "./format-number";

it("writes a number as at home", () => {
  expect(formatNational("+442079460018")).toBe("020 7946 0018");
  expect(formatNational("+14155552671")).toBe("(415) 555-2671");
});

it("leaves alone what it can't read", () => {
  expect(formatNational("+")).toBe("+");
});
