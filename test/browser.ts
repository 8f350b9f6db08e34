/**
 * Requests to the application's own route handlers, without a web server: what Next would pass to
 * them is passed, cookies are kept. To be imported before anything that asks for a session.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";
import path from "node:path";
import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { ROUTES } from "@/lib/api/routes";
import { prisma } from "@/lib/db/prisma";
import { CLIENT_ADDRESS } from "@/lib/http/client-address";

export const SITE = "http://127.0.0.1:3000";
const SESSION_COOKIE = "next-auth.session-token";

const present = new AsyncLocalStorage<NextRequest>();
const now = () => {
  const request = present.getStore();
  if (!request) throw new Error("There is no request.");
  return request;
};
// next-auth asks for these by `require`, which module mocks do not reach.
Object.assign(createRequire(import.meta.url)("next/headers"), {
  cookies: async () => now().cookies,
  headers: async () => new Headers(now().headers),
});

type Handler = (request: NextRequest, context: object) => Promise<Response>;

/** The route handler of an address, with what its path says. */
async function findHandler(method: string, pathname: string) {
  const auth = /^\/api\/auth\/(.+)$/.exec(pathname);
  const pattern = Object.values(ROUTES).find(({ method: its, path: of }) => {
    const matcher = new RegExp(`^${of.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    return its === method && matcher.test(pathname);
  })?.path;
  if (!auth && !pattern) throw new Error(`No route: ${method} ${pathname}`);
  const folder = auth
    ? "/api/auth/[...nextauth]"
    : (pattern ?? "").replaceAll(/\{(\w+)\}/g, "[$1]");
  const file = path.resolve(`app${folder}/route.ts`);
  const handlers = (await import(/* @vite-ignore */ file)) as Record<string, Handler>;
  const parts = pathname.split("/");
  const params = auth
    ? { nextauth: auth[1]?.split("/") }
    : Object.fromEntries(
        (pattern ?? "").split("/").flatMap((part, index) => {
          const name = /^\{(\w+)\}$/.exec(part)?.[1];
          return name ? [[name, parts[index]]] : [];
        }),
      );
  return { handler: handlers[method], params };
}

export interface Sent {
  body?: unknown;
  form?: Record<string, string>;
  headers?: Record<string, string | null>;
}

/** Somebody before a browser, with their cookies and their IP address. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly address = "198.51.100.1") {}

  /** Sends a request as a page of this site does. */
  async send(method: string, address: string, sent: Sent = {}): Promise<Response> {
    const url = new URL(address, SITE);
    const { handler, params } = await findHandler(method, url.pathname);
    const headers = new Headers({
      host: url.host,
      origin: SITE,
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      [CLIENT_ADDRESS]: this.address,
    });
    const body = sent.form
      ? new URLSearchParams(sent.form)
      : sent.body === undefined
        ? undefined
        : JSON.stringify(sent.body);
    if (body) {
      const type = sent.form ? "application/x-www-form-urlencoded" : "application/json";
      headers.set("content-type", type);
    }
    for (const [name, value] of Object.entries(sent.headers ?? {})) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    const request = new NextRequest(url, { method, headers, body });
    const response = await present.run(request, async () =>
      handler?.(request, { params: Promise.resolve(params) }),
    );
    if (!response) throw new Error(`${method} is not served at ${address}.`);
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  private keep(cookie: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === "") this.cookies.delete(name);
    else this.cookies.set(name, decodeURIComponent(value));
  }

  /** Posts a form to next-auth, as components/auth/post-auth.ts does. */
  async postAuth(action: string, fields: Record<string, string> = {}): Promise<Response> {
    const { csrfToken } = await (await this.send("GET", "/api/auth/csrf")).json();
    const form = { callbackUrl: "/", json: "true", ...fields, csrfToken };
    return this.send("POST", `/api/auth/${action}`, { form });
  }

  /** Signs in by password. */
  signIn(email: string, password: string): Promise<Response> {
    return this.postAuth("callback/credentials", { email, password });
  }

  get isSignedIn(): boolean {
    return this.cookies.has(SESSION_COOKIE);
  }
}

/** A browser with a session of a user, as signing in would leave it. */
export async function browserOf(user: { id: string }, address?: string): Promise<Browser> {
  const browser = new Browser(address);
  const { stamp } = await prisma().user.findUniqueOrThrow({ where: { id: user.id } });
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  browser.cookies.set(SESSION_COOKIE, await encode({ token: { sub: user.id, stamp }, secret }));
  return browser;
}
