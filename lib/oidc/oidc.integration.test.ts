import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { hashPassword } from "@/lib/auth/passwords";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { changePerson } from "@/lib/people/change-person";
import { invitePerson } from "@/lib/people/invite-person";
import { Browser, SITE } from "@/test/browser";
import { type ProvidedPerson, passProvider, startIdentityProvider } from "@/test/identity-provider";
import { makeAccount, makeMember, makeUser } from "@/test/people";

const provider = await startIdentityProvider(SITE);
Object.assign(process.env, {
  NEXTAUTH_URL: SITE,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.clientId,
  OIDC_CLIENT_SECRET: provider.clientSecret,
});
afterAll(provider.stop);

const password = "correct horse battery";
const refusedAt = "/sign-in?error=AccessDenied";

let owner: SessionUser;
let accountId: string;
beforeEach(async () => {
  owner = await makeUser();
  accountId = await makeAccount(owner);
});

/** Somebody whom the provider knows, under a subject of their own. */
function provided(person: ProvidedPerson): string {
  const subject = randomUUID();
  provider.people.set(subject, person);
  return subject;
}

/** Presses the button of the sign-in page. Returns where the provider is. */
async function begin(browser: Browser, fields: Record<string, string> = {}): Promise<string> {
  const { url } = await (await browser.postAuth("signin/oidc", fields)).json();
  return url;
}

/** Goes all the way, and returns where it ends. */
async function signIn(subject: string, browser = new Browser(), callbackUrl = "/") {
  const back = await passProvider(await begin(browser, { callbackUrl }), subject);
  return end(await browser.send("GET", back), browser);
}

async function end(response: Response, browser: Browser): Promise<string> {
  const { pathname, search } = new URL(response.headers.get("location") ?? "/nowhere", SITE);
  // next-auth shows errors at an address of its own first.
  if (!pathname.startsWith("/api/auth/")) return pathname + search;
  return end(await browser.send("GET", pathname + search), browser);
}

async function accountsOf(browser: Browser): Promise<string[]> {
  const answer = await browser.send("GET", "/api/accounts");
  expect(answer.status).toBe(200);
  const { items } = await answer.json();
  return items.map((account: { id: string }) => account.id);
}

const verified = (email: string): ProvidedPerson => ({
  email,
  email_verified: true,
  name: "Nina New",
});

describe("signing in by the identity provider", () => {
  it("is asked for with PKCE, a state and a nonce", async () => {
    const url = new URL(await begin(new Browser()));
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: provider.clientId,
      response_type: "code",
      scope: "openid email profile",
      redirect_uri: `${SITE}/api/auth/callback/oidc`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it("lets in the user of a verified email address, and leads to the page that was asked for", async () => {
    const member = await makeMember(accountId, "analyst");
    const browser = new Browser();
    const subject = provided(verified(member.email.toUpperCase()));
    expect(await signIn(subject, browser, "/runs?q=a")).toBe("/runs?q=a");
    expect(await accountsOf(browser)).toEqual([accountId]);
    const events = await prisma().auditEvent.findMany({ where: { userId: member.id } });
    expect(events.map(({ action, facts }) => [action, facts])).toEqual([
      ["signed_in", { by: "identity provider" }],
    ]);
  });

  it("lets in who is linked, whatever their email address has become", async () => {
    const member = await makeMember(accountId, "analyst");
    const subject = provided(verified(member.email));
    expect(await signIn(subject)).toBe("/");
    provider.people.set(subject, { email: "elsewhere@example.com", email_verified: false });
    const browser = new Browser();
    expect(await signIn(subject, browser)).toBe("/");
    expect(await accountsOf(browser)).toEqual([accountId]);
  });

  it("makes a user of an invited person, without the link", async () => {
    const email = `${randomUUID()}@example.com`;
    await invitePerson(owner, accountId, { email, role: "viewer" });
    const browser = new Browser();
    expect(await signIn(provided(verified(email)), browser)).toBe("/");
    expect(await accountsOf(browser)).toEqual([accountId]);
    const user = await prisma().user.findUniqueOrThrow({
      where: { email },
      include: { memberships: true },
    });
    expect(user).toMatchObject({ name: "Nina New", passwordHash: null });
    expect(user.memberships).toEqual([expect.objectContaining({ accountId, role: "viewer" })]);
  });

  it("ends a password that somebody may have chosen for another's address, but not the first owner's", async () => {
    const member = await makeMember(accountId, "analyst");
    const passwordHash = await hashPassword(password);
    await prisma().user.update({ where: { id: member.id }, data: { passwordHash } });
    const thief = new Browser("203.0.113.50");
    expect((await thief.signIn(member.email, password)).status).toBe(200);
    expect(await signIn(provided(verified(member.email)))).toBe("/");
    expect((await thief.send("GET", "/api/accounts")).status).toBe(401);
    expect((await thief.signIn(member.email, password)).status).toBe(401);

    const first = await prisma().user.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
    await prisma().user.update({ where: { id: first.id }, data: { passwordHash } });
    expect(await signIn(provided(verified(first.email)))).toBe("/");
    expect((await new Browser().signIn(first.email, password)).status).toBe(200);
  });
});

describe("nobody else comes in", () => {
  async function expectRefused(subject: string) {
    const before = await prisma().user.count();
    const browser = new Browser();
    expect(await signIn(subject, browser)).toBe(refusedAt);
    expect(browser.isSignedIn).toBe(false);
    expect((await browser.send("GET", "/api/accounts")).status).toBe(401);
    expect(await prisma().user.count()).toBe(before);
    expect(await prisma().identity.count({ where: { subject } })).toBe(0);
  }

  it("who was not invited", () => expectRefused(provided(verified("nobody@example.com"))));

  it("who has no email address", () => expectRefused(provided({ name: "Nobody" })));

  it.each([false, undefined, "true", 1])(
    "whose address is not verified: email_verified is %j",
    async (email_verified) => {
      const member = await makeMember(accountId, "owner");
      await expectRefused(provided({ email: member.email, email_verified }));
      const email = `${randomUUID()}@example.com`;
      await invitePerson(owner, accountId, { email, role: "owner" });
      await expectRefused(provided({ email, email_verified }));
    },
  );

  it("who was invited too long ago", async () => {
    const email = `${randomUUID()}@example.com`;
    await invitePerson(owner, accountId, { email, role: "viewer" });
    await prisma().invite.updateMany({ where: { email }, data: { expiresAt: new Date(0) } });
    await expectRefused(provided(verified(email)));
  });

  it("who is disabled, linked or not", async () => {
    const member = await makeMember(accountId, "analyst");
    const who = { id: accountId, userId: member.id };
    await changePerson(owner, who, { isDisabled: true });
    await expectRefused(provided(verified(member.email)));
    await changePerson(owner, who, { isDisabled: false });
    const subject = provided(verified(member.email));
    expect(await signIn(subject)).toBe("/");
    await changePerson(owner, who, { isDisabled: true });
    const browser = new Browser();
    expect(await signIn(subject, browser)).toBe(refusedAt);
    expect(browser.isSignedIn).toBe(false);
  });

  it("who brings along an answer that was meant for another browser", async () => {
    const member = await makeMember(accountId, "analyst");
    const back = await passProvider(await begin(new Browser()), provided(verified(member.email)));
    const other = new Browser();
    await begin(other);
    expect(await end(await other.send("GET", back), other)).toBe(
      `/sign-in?callbackUrl=${encodeURIComponent("/")}&error=OAuthCallback`,
    );
    expect(other.isSignedIn).toBe(false);
  });

  it.each(["state", "code"])("who changes the %s of the answer", async (part) => {
    const member = await makeMember(accountId, "analyst");
    const browser = new Browser();
    const subject = provided(verified(member.email));
    const back = new URL(await passProvider(await begin(browser), subject));
    back.searchParams.set(part, "made-up");
    expect(await end(await browser.send("GET", back.href), browser)).toContain("OAuthCallback");
    expect(browser.isSignedIn).toBe(false);
  });
});
