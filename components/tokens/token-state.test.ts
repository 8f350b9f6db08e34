import { expect, it } from "vitest";
import { tokenState } from "./token-state";

const now = new Date("2026-11-22T12:00:00Z");
const later = "2026-11-22T12:00:01.000Z";

it.each([
  ["Works", { worth: "analyst" as const, revokedAt: null, expiresAt: later }],
  ["Revoked", { worth: null, revokedAt: later, expiresAt: later }],
  ["Ended", { worth: null, revokedAt: null, expiresAt: now.toISOString() }],
  ["No access", { worth: null, revokedAt: null, expiresAt: later }],
])("%s", (word, token) => {
  expect(tokenState(token, now).word).toBe(word);
});
