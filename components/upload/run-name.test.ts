import { expect, it } from "vitest";
import { runName } from "./run-name";

it.each([
  ["us-hospitals.csv", "us-hospitals"],
  ["Spring list 2026.v2.csv", "Spring list 2026.v2"],
  ["export", "export"],
  [".csv", ".csv"],
])("names the run of %s %s", (fileName, name) => {
  expect(runName(fileName)).toBe(name);
});

it("keeps to the length that a run's name may have", () => {
  expect(runName(`${"x".repeat(300)}.csv`)).toHaveLength(120);
});
