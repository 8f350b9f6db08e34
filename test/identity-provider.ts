import type { Server } from "node:http";
import getPort from "get-port";
import { Provider } from "oidc-provider";

/** What a provider knows of somebody. */
export interface ProvidedPerson {
  email?: string;
  email_verified?: unknown;
  name?: string;
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By subject; anything may be changed between two sign-ins. */
  people: Map<string, ProvidedPerson>;
  stop: () => Promise<void>;
}

/** A real OpenID Connect provider on a free port of this machine, for one application. */
export async function startIdentityProvider(site: string): Promise<IdentityProvider> {
  const port = await getPort({ host: "127.0.0.1" });
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, ProvidedPerson>();
  const client = { clientId: "rcs-reach", clientSecret: "a secret of the tests" };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${site}/api/auth/callback/oidc`],
      },
    ],
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
    pkce: { required: () => true },
    cookies: { keys: ["a key of the tests"] },
  });
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = provider.listen(port, "127.0.0.1", () => resolve(listening));
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { issuer, ...client, people, stop };
}

/**
 * Goes from the provider's address to sign in, as somebody does who types their name into its form
 * and agrees, back to the address of the application that it leads to.
 */
export async function passProvider(address: string, subject: string): Promise<string> {
  const { origin } = new URL(address);
  const cookies = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url: address };
  for (;;) {
    const response = await fetch(next.url, {
      method: next.form ? "POST" : "GET",
      body: next.form && new URLSearchParams(next.form),
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const page = await response.text();
    const location = response.headers.get("location");
    if (location) {
      const url = new URL(location, next.url);
      if (url.origin !== origin) return url.href;
      next = { url: url.href };
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!prompt || !action) throw new Error(`The provider is stuck: ${response.status} ${page}`);
    next = {
      url: new URL(action, next.url).href,
      form: { prompt, login: subject, password: "any" },
    };
  }
}
