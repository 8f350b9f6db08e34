import fc from "fast-check";
import { expect, it } from "vitest";
import { ROLE_RANK } from "@/lib/auth/lower-role";
import { tokenWorth } from "./token-worth";

const now = new Date("2026-11-22T12:00:00Z");
const role = fc.constantFrom("viewer", "analyst", "owner");
const live = {
  role: "analyst",
  expiresAt: new Date(now.getTime() + 1),
  revokedAt: null,
  membership: { role: "owner", disabledAt: null },
} as const;

it("gives the role of the token or its maker's, whichever is lower", () => {
  fc.assert(
    fc.property(role, role, (own, makers) => {
      const membership = { role: makers, disabledAt: null };
      const worth = tokenWorth({ ...live, role: own, membership }, now);
      expect(ROLE_RANK[worth ?? "owner"]).toBe(Math.min(ROLE_RANK[own], ROLE_RANK[makers]));
    }),
  );
});

it.each([
  ["ended", { expiresAt: now }],
  ["was revoked", { revokedAt: now }],
  [
    "has a maker who is disabled in its account",
    { membership: { role: "owner" as const, disabledAt: now } },
  ],
])("gives nothing when it %s", (_when, change) => {
  expect(tokenWorth(live, now)).toBe("analyst");
  expect(tokenWorth({ ...live, ...change }, now)).toBe(null);
});
