import { expect, test } from "vitest";
import { unanswered, unansweredWords } from "./unanswered";

test.each([
  [{ failed: 1, no_answer: 0 }, 1, "1 lookup failed"],
  [{ failed: 0, no_answer: 5 }, 5, "5 contacts got no answer"],
  [{ failed: 7, no_answer: 1 }, 8, "7 lookups failed, 1 contact got no answer"],
  [{ failed: 0, no_answer: 0 }, 0, ""],
])("%j: %i, %s", (outcomes, count, words) => {
  expect(unanswered(outcomes)).toBe(count);
  expect(unansweredWords(outcomes)).toBe(words);
});
