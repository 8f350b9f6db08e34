import { expect, it } from "vitest";
import { explainNotes } from "./explain-notes";

const none = { missing: 0, unasked: 0, doubled: 0, conflicting: 0, unreadable: 0 };

it("tells each odd thing of an answer in words, with its count", () => {
  const kept = { missing: 1_200, unasked: 1, doubled: 2, conflicting: 1, unreadable: 3 };
  expect(explainNotes({ ...kept, countsDisagree: true }).map(({ title }) => title)).toEqual([
    "1,200 numbers were not in the answer",
    "1 entry was for a number nobody asked for",
    "2 entries came once more than they should",
    "1 number had contradicting entries and counts as no answer",
    "3 entries could not be read",
    "Kaleyra's own counts did not agree with its lists; the lists were used",
  ]);
});

it("has nothing to tell of an answer without oddities, nor of one that was not kept", () => {
  expect(explainNotes({ ...none, countsDisagree: false })).toEqual([]);
  expect(explainNotes(null)).toEqual([]);
});
