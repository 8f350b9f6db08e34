import { expect, it } from "vitest";
import type { CleanOptions, Review } from "@/lib/audience/protocol";
import { OPTIONS } from "@/lib/audience/testing/clean-records";
import { draftOf, recallDraft } from "./draft-memory";

const options: CleanOptions = { ...OPTIONS, hasHeader: true };
const review = (fingerprint: string | null) => ({ fingerprint }) as Review;

it("takes the same file under the same choices for the same, also after a reload", () => {
  expect(draftOf("a", review("f1"), options)).toEqual(draftOf("a", review("f1"), { ...options }));
});

it("tells other choices, another account and another file apart", () => {
  const first = draftOf("a", review("f1"), options);
  expect(draftOf("a", review("f1"), { ...options, keep: "last" }).choices).not.toBe(first.choices);
  expect(draftOf("b", review("f1"), options).choices).not.toBe(first.choices);
  expect(draftOf("a", review("f2"), options).audience).not.toBe(first.audience);
});

it("without a fingerprint, takes only the very same review for the same", () => {
  const one = review(null);
  expect(draftOf("a", one, options)).toEqual(draftOf("a", one, options));
  expect(draftOf("a", one, options)).not.toEqual(draftOf("a", review(null), options));
});

it("tells corrections apart, and keeps none of their numbers", () => {
  const mended = (cell: string): CleanOptions => ({
    ...options,
    corrections: [{ line: 2, original: "415 200", reason: "too_short", cell, country: "US" }],
  });
  const one = draftOf("a", review("f1"), mended("(415) 200-0001"));
  expect(one.choices).not.toBe(draftOf("a", review("f1"), mended("(415) 200-0002")).choices);
  expect(one.choices).toMatch(/^[0-9a-f]{16}$/);
});

it("remembers nothing where the browser has no storage", () => {
  expect(recallDraft()).toBeNull();
});
