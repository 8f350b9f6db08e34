/** What next-auth says at the sign-in page's address when the identity provider let nobody in. */
export function providerError(error: unknown, provider: string): string | null {
  if (error === "AccessDenied") {
    return `Your email address has no access here, or ${provider} does not confirm that it is yours. Ask an owner for an invite.`;
  }
  if (typeof error === "string" && /^(OAuth|Callback|Configuration)/.test(error)) {
    return `Signing in with ${provider} did not work. Try again.`;
  }
  return null;
}
