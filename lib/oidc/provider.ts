import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { OidcSettings } from "./settings";

/** The claims of an ID token that are looked at (OpenID Connect Core, 2 and 5.1). */
export const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().max(200).optional(),
  email_verified: z.unknown(),
  name: z.string().optional(),
});
export type Claims = z.output<typeof claims>;

export const OIDC = "oidc";

/**
 * The provider as next-auth knows it: authorization code with PKCE, state and nonce; what the
 * provider's discovery document and its signed ID token say is all that counts.
 */
export function oidcProvider(settings: OidcSettings): OAuthConfig<Claims> {
  const { issuer, clientId, clientSecret, name } = settings;
  return {
    id: OIDC,
    name,
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    issuer,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    // Who this is to us is found afterwards, by lib/oidc/admit-identity.ts.
    profile: ({ sub }) => ({ id: sub, stamp: 0 }),
  };
}
