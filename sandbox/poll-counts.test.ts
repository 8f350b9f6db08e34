import { expect, test } from "vitest";
import { PollCounts } from "./poll-counts";

const NUMBER = "+14155552671";

test("is ready after so many polls in vain, and stays so", () => {
  const polls = new PollCounts();
  const answers = Array.from({ length: 4 }, () => polls.poll(NUMBER, 2));
  expect(answers).toEqual([false, false, true, true]);
});

test("begins again when the number is requested anew", () => {
  const polls = new PollCounts();
  polls.poll(NUMBER, 1);
  polls.restart([NUMBER]);
  expect(polls.poll(NUMBER, 1)).toBe(false);
});
