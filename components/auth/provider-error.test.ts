import { expect, it } from "vitest";
import { providerError } from "./provider-error";

it("says what to do when nobody is let in, and when something failed", () => {
  expect(providerError("AccessDenied", "Okta")).toContain("Ask an owner for an invite.");
  expect(providerError("OAuthCallback", "Okta")).toBe(
    "Signing in with Okta did not work. Try again.",
  );
});

it.each([undefined, "", ["OAuthCallback"], "SessionRequired", "<b>"])(
  "says nothing of %j",
  (error) => {
    expect(providerError(error, "Okta")).toBeNull();
  },
);
