import { expect, test } from "vitest";
import type { Failure } from "./failures";
import { ownWords } from "./own-words";

test.each<[string, Failure, string | null]>([
  [
    "a refusal that says why",
    { kind: "refused_request", httpStatus: 400, message: "No such thing" },
    "No such thing",
  ],
  ["a refusal without a word", { kind: "refused_request", httpStatus: 307 }, null],
  [
    "an answer that can't be read",
    { kind: "malformed", httpStatus: 200, message: "The answer is not JSON." },
    null,
  ],
  ["a connection that is refused", { kind: "network", message: "ECONNREFUSED" }, null],
])("of %s", (_what, failure, words) => {
  expect(ownWords(failure)).toBe(words);
});
