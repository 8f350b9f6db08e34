import { expect, test } from "vitest";
import { statusWords } from "./status-badge";

test.each([
  ["done", 0, "Done"],
  ["done", 1429, "Done, 1,429 failed"],
  ["running", 3, "Running"],
  ["cancelled", 3, "Cancelled"],
] as const)("%s with %i failed lookups: %s", (status, failed, words) => {
  expect(statusWords(status, failed)).toBe(words);
});
