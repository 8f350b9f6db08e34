import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { OidcSettings } from "./settings";

/** The claims of an ID token that are looked at (OpenID Connect Core, 2 and 5.1). */
export const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().max(200).optional(),
  email_verified: z.unknown().optional(),
  name: z.string().optional(),
});
export type Claims = z.output<typeof claims>;

/** openid-client's set of tokens, whose ID token it has verified. next-auth's types do not tell. */
interface Tokens {
  access_token?: string;
  claims?: () => object;
}

/**
 * What the provider says of who has signed in: the claims of the verified ID token; where the email
 * is not among them, as OpenID Connect Core, 5.4 has it, those of the user info endpoint too.
 *
 * @throws Error for an answer about somebody else (5.3.2)
 */
export async function claimsOf(
  tokens: Tokens,
  client: { userinfo: (accessToken: string) => Promise<object> },
): Promise<Claims> {
  const told = claims.parse(tokens.claims?.());
  if (told.email !== undefined || !tokens.access_token) return told;
  const more = claims.parse(await client.userinfo(tokens.access_token));
  if (more.sub !== told.sub) throw new Error("The user info is about somebody else.");
  return more;
}

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
    userinfo: { request: ({ tokens, client }) => claimsOf(tokens, client) },
    // Who this is to us is found afterwards, by lib/oidc/admit-identity.ts.
    profile: ({ sub }) => ({ id: sub, stamp: 0 }),
  };
}
