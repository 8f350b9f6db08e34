import { env } from "@/lib/env";

/** The OpenID Connect provider that people may sign in with. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What it is called on the sign-in page. */
  name: string;
}

/** The provider that the operator has configured, or null. */
export function oidcSettings(): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_NAME: name } = env();
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env();
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : null;
}
