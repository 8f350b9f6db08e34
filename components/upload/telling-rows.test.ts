import { expect, it } from "vitest";
import type { InvalidReason } from "@/lib/phone/invalid-reason";
import { tellingRows } from "./telling-rows";

const row = (line: number, reason: InvalidReason) => ({ line, cell: "x", reason, readAs: null });
const lines = (rows: { line: number }[]) => rows.map((one) => one.line);

it("shows each reason before it shows one twice, in the order of the file", () => {
  const rows = [row(2, "date"), row(3, "date"), row(4, "date"), row(9, "letters")];
  expect(lines(tellingRows(rows, 2))).toEqual([2, 9]);
  expect(lines(tellingRows(rows, 3))).toEqual([2, 3, 9]);
});

it("shows all when there are few", () => {
  expect(lines(tellingRows([row(2, "date")], 5))).toEqual([2]);
});
