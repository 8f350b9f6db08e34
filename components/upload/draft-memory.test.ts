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

it("remembers nothing where the browser has no storage", () => {
  expect(recallDraft()).toBeNull();
});
