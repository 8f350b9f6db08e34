import { beforeEach, describe, expect, it, vi } from "vitest";
import { pool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { Browser } from "@/test/browser";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { hashPassword } from "./passwords";

const password = "correct horse battery";
const known = "198.51.100.1";
const elsewhere = (index: number) => `203.0.113.${index}`;

async function makePerson() {
  const user = await makeUser();
  const passwordHash = await hashPassword(password);
  await prisma().user.update({ where: { id: user.id }, data: { passwordHash } });
  return user;
}

/** As after the time that the answer names. */
const waitIsOver = () =>
  pool().query("UPDATE throttles SET expire = 0 WHERE key NOT LIKE 'sign-in-known%'");

/** What an answer tells whoever sent the request. */
async function told(response: Response) {
  const headers = [...response.headers.keys()].filter((name) => name !== "set-cookie");
  return { status: response.status, headers, body: await response.text() };
}

async function tryTimes(count: number, email: string, from: (index: number) => string) {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) {
    statuses.push((await new Browser(from(index)).signIn(email, "not it at all")).status);
  }
  return statuses;
}
const times = (statuses: number[], status: number) =>
  statuses.filter((one) => one === status).length;

beforeEach(() => pool().query("TRUNCATE throttles"));

describe("signing in", () => {
  it("lets in who has the password, and tells the audit trail", async () => {
    const user = await makePerson();
    const browser = new Browser();
    expect((await browser.signIn(` ${user.email.toUpperCase()} `, password)).status).toBe(200);
    expect((await browser.send("GET", "/api/accounts")).status).toBe(200);
    await browser.postAuth("signout");
    const events = await prisma().auditEvent.findMany({
      where: { userId: user.id },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ action, actor }) => [action, actor])).toEqual([
      ["signed_in", user.email],
      ["signed_out", user.email],
    ]);
  });

  it("gives an unknown, a wrong and a disabled one the same answer", async () => {
    const user = await makePerson();
    const disabled = await makePerson();
    const accountId = await makeAccount(user);
    await prisma().membership.create({
      data: { userId: disabled.id, accountId, role: "viewer", disabledAt: new Date() },
    });
    const answers = [
      await told(await new Browser().signIn("nobody@example.com", password)),
      await told(await new Browser().signIn(user.email, "not it at all")),
      await told(await new Browser().signIn(disabled.email, password)),
    ];
    expect(answers[0]?.status).toBe(401);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const { rows } = await pool().query(
      "SELECT actor FROM audit_events WHERE action = 'sign_in_refused' ORDER BY id",
    );
    expect(rows.map((row) => row.actor)).toEqual([user.email, disabled.email]);
  });

  it("lets in who belongs to no account, and who is disabled in one of two", async () => {
    const alone = await makePerson();
    expect((await new Browser().signIn(alone.email, password)).status).toBe(200);
    const both = await makePerson();
    const [first, second] = [await makeAccount(await makeUser()), await makeAccount(both)];
    await prisma().membership.create({
      data: { userId: both.id, accountId: first, role: "owner", disabledAt: new Date() },
    });
    const browser = new Browser();
    expect((await browser.signIn(both.email, password)).status).toBe(200);
    const { items } = await (await browser.send("GET", "/api/accounts")).json();
    expect(items.map((account: { id: string }) => account.id)).toEqual([second]);
    expect((await browser.send("GET", `/api/accounts/${first}`)).status).toBe(404);
  });

  it("serves nothing else of next-auth, such as a log that anyone may write to", async () => {
    const answers = await Promise.all([
      new Browser().send("POST", "/api/auth/_log", { form: { level: "error", code: "made up" } }),
      new Browser().send("GET", "/api/auth/providers"),
      new Browser().send("GET", "/api/auth/session"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it("leads nowhere but to a page of this server", async () => {
    const browser = new Browser();
    const address = "/api/auth/signin?callbackUrl=/.//evil.example/";
    const { headers } = await browser.send("GET", address);
    expect(headers.get("location")).toBe(`/sign-in?callbackUrl=${encodeURIComponent("/")}`);
  });
});

describe("wrong passwords", () => {
  it("are slowed after a few, the right one too; after the wait it works", async () => {
    const user = await makePerson();
    const statuses = await tryTimes(20, user.email, () => known);
    expect([times(statuses, 401), times(statuses, 429)]).toEqual([5, 15]);
    const refused = await new Browser(known).signIn(user.email, password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    const { code, detail, retryAfter } = await refused.json();
    expect([code, detail]).toEqual([
      "throttled",
      `Too many tries. Wait ${retryAfter} seconds, then try again.`,
    ]);
    await waitIsOver();
    expect((await new Browser(known).signIn(user.email, password)).status).toBe(200);
  });

  it("are slowed alike whether there is such a user or not", async () => {
    const user = await makePerson();
    const [ofUser, ofNobody] = [
      await tryTimes(20, user.email, () => known),
      await tryTimes(20, "nobody@example.com", () => elsewhere(1)),
    ];
    expect(ofNobody).toEqual(ofUser);
  });

  it("are counted before they are looked at: twenty at once are no way around", async () => {
    const user = await makePerson();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => new Browser(known).signIn(user.email, "not it at all")),
    );
    const statuses = answers.map(({ status }) => status);
    expect([times(statuses, 401), times(statuses, 429)]).toEqual([5, 15]);
  });

  it("are counted for all web processes together", async () => {
    const user = await makePerson();
    await tryTimes(5, user.email, () => known);
    vi.resetModules();
    const another = await import("./verify-credentials");
    await expect(
      another.verifyCredentials({ email: user.email, password, address: known }),
    ).rejects.toMatchObject({ code: "throttled" });
  });

  it("are slowed for an address, whoever is meant", async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 70; index++) {
      const answer = await new Browser(known).signIn(`person-${index}@example.com`, "not it");
      statuses.push(answer.status);
    }
    expect([times(statuses, 401), times(statuses, 429)]).toEqual([60, 10]);
  });

  it("are slowed for a client with many addresses of one IPv6 network", async () => {
    const user = await makePerson();
    const statuses = await tryTimes(20, user.email, (index) => `2001:db8:1:2:${index + 1}::1`);
    expect(times(statuses, 429)).toBe(15);
  });

  it("from everywhere are slowed for a person, who still comes in from where they have been", async () => {
    const user = await makePerson();
    expect((await new Browser(known).signIn(user.email, password)).status).toBe(200);
    const statuses = await tryTimes(70, user.email, elsewhere);
    expect([times(statuses, 401), times(statuses, 429)]).toEqual([60, 10]);
    const stranger = await new Browser(elsewhere(99)).signIn(user.email, password);
    expect(stranger.status).toBe(429);
    expect((await new Browser(known).signIn(user.email, password)).status).toBe(200);
  });

  it("leave no email address and no IP address in the table that counts them", async () => {
    const user = await makePerson();
    await tryTimes(2, user.email, () => known);
    const { rows } = await pool().query<{ all: string }>(
      "SELECT string_agg(throttles::text, ' ') AS all FROM throttles",
    );
    expect(rows[0]?.all).toContain("sign-in-pair");
    expect(rows[0]?.all).not.toContain(user.email);
    expect(rows[0]?.all).not.toContain(known);
  });
});

it("a database that does not answer is no wrong password", async () => {
  const user = await makeMember(await makeAccount(await makeUser()), "viewer");
  await pool().query("ALTER TABLE throttles RENAME TO away");
  try {
    expect((await new Browser().signIn(user.email, password)).status).toBe(500);
  } finally {
    await pool().query("ALTER TABLE away RENAME TO throttles");
  }
});
