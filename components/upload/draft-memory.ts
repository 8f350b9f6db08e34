import { z } from "zod";
import type { CleanOptions, Review } from "@/lib/audience/protocol";
import { textDigest } from "./text-digest";

const STORAGE_KEY = "rcs-reach:draft";
const identities = new WeakMap<Review, string>();

const draft = z.object({
  runId: z.string(),
  /** The cleaned file. */
  audience: z.string(),
  /**
   * A digest of the account and the choices: with the same ones, the file is cut into the same
   * chunks. The choices themselves hold numbers, since corrections do.
   */
  choices: z.string(),
});
/** What this tab has opened a draft run for. */
export type Draft = z.output<typeof draft>;

/** Tells whether two uploads are of the same rows in the same chunks. */
export function draftOf(accountId: string, review: Review, options: CleanOptions) {
  const choices = textDigest(JSON.stringify([accountId, options]));
  return { audience: identityOf(review), choices };
}

/** The fingerprint; without one, only the very same review is the same. */
function identityOf(review: Review): string {
  if (review.fingerprint) return review.fingerprint;
  const known = identities.get(review);
  if (known) return known;
  const fresh = `${Date.now()}-${Math.random()}`;
  identities.set(review, fresh);
  return fresh;
}

/** Remembers a draft in this tab, over a reload. */
export function rememberDraft(opened: Draft): void {
  withStorage((storage) => storage.setItem(STORAGE_KEY, JSON.stringify(opened)));
}

export function forgetDraft(): void {
  withStorage((storage) => storage.removeItem(STORAGE_KEY));
}

/** The draft that this tab has opened last and not started. */
export function recallDraft(): Draft | null {
  return withStorage((storage) => draft.parse(JSON.parse(storage.getItem(STORAGE_KEY) ?? "null")));
}

/** A browser may refuse to remember anything: then an upload starts anew after a reload. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
