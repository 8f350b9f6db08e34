import { describe, expect, it, test } from "vitest";
import { callNotes } from "@/lib/api/calls";
import { OPERATIONS } from "@/lib/kaleyra/operations";
import { billingWords, noteWords, operationWords, tookWords, unbilledWords } from "./call-words";

it("has words for every operation", () => {
  for (const operation of OPERATIONS) expect(operationWords(operation)).not.toBe(operation);
});

test.each([
  [{ billing: "billed", billed: 238, numbers: 250, result: "ok" }, "238 billed"],
  [{ billing: "free", billed: 0, numbers: 250, result: "throttled" }, "Free"],
  [{ billing: "ambiguous", billed: 0, numbers: 1_250, result: "timeout" }, "1,250 possibly billed"],
  [{ billing: "ambiguous", billed: 0, numbers: 250, result: null }, "Not known yet"],
] as const)("%j: %s", (call, words) => {
  expect(billingWords(call)).toBe(words);
});

test.each([
  [null, "–"],
  [0, "0 ms"],
  [999, "999 ms"],
  [2_140, "2.1 s"],
  [30_000, "30 s"],
  [65_000, "1 min 5 s"],
])("%j milliseconds: %s", (milliseconds, words) => {
  expect(tookWords(milliseconds)).toBe(words);
});

it("tells how many of a call were rejected and so not billed", () => {
  expect(unbilledWords({ billing: "billed", billed: 238, numbers: 250 })).toBe("12 rejected, free");
  expect(unbilledWords({ billing: "billed", billed: 250, numbers: 250 })).toBeNull();
  expect(unbilledWords({ billing: "ambiguous", billed: 0, numbers: 250 })).toBeNull();
});

describe("what was odd about an answer", () => {
  it("has a sentence for each note that is kept", () => {
    for (const note of callNotes.keyof().options) {
      const notes = callNotes.parse({ [note]: note === "countsDisagree" ? true : 3 });
      expect(noteWords(notes), note).toHaveLength(1);
    }
  });

  it("says nothing of what was not odd", () => {
    expect(noteWords(null)).toEqual([]);
    expect(noteWords({ missing: 0, countsDisagree: false })).toEqual([]);
  });

  it("does not tell of totals that must differ", () => {
    expect(noteWords({ doubled: 2, countsDisagree: true })).toHaveLength(1);
  });

  it("tells one from many, and what became of them", () => {
    expect(noteWords({ missing: 1, unasked: 1_200 })).toEqual([
      "1 number missing from the answer: counted as “No answer”.",
      "1,200 numbers in the answer that nobody asked for: left out.",
    ]);
  });
});
