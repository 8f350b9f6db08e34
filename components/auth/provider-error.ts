/** What next-auth says at the sign-in page's address when the identity provider let nobody in. */
export function providerError(error: unknown, provider: string): string | null {
  if (error === "AccessDenied") {
    return `Nobody who signs in with ${provider} under your email address is let in here. Ask an owner to invite that address; ${provider} also has to confirm that it is yours.`;
  }
  if (typeof error === "string" && /^(OAuth|Callback|Configuration)/.test(error)) {
    return `Signing in with ${provider} did not work. Try again.`;
  }
  return null;
}
