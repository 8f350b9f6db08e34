import { beforeEach, describe, expect, it } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { listAccounts } from "@/lib/accounts/list-accounts";
import type { NewInvite } from "@/lib/api/people";
import { rolesOf } from "@/lib/auth/roles-of";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { admitIdentity } from "@/lib/oidc/admit-identity";
import { getRun } from "@/lib/runs/get-run";
import { Browser, browserOf } from "@/test/browser";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { draftRun, usNumbers } from "@/test/runs";
import { acceptInvite } from "./accept-invite";
import { changePassword } from "./change-password";
import { changePerson } from "./change-person";
import { invitePerson } from "./invite-person";
import { joinByInvite } from "./join-by-invite";
import { listPeople } from "./list-people";
import { makePasswordReset } from "./make-password-reset";
import { readInvite } from "./read-invite";
import { removePerson } from "./remove-person";
import { readPasswordReset, setNewPassword } from "./set-new-password";
import { withdrawInvite } from "./withdraw-invite";

const password = "correct horse battery";
const emailOf = (name: string) => `${name}-${Math.random().toString(36).slice(2)}@example.com`;

let owner: SessionUser;
let accountId: string;
beforeEach(async () => {
  owner = await makeUser();
  accountId = await makeAccount(owner);
});

const invite = (given: Partial<NewInvite> = {}) =>
  invitePerson(owner, accountId, { email: emailOf("new"), role: "analyst", ...given });
const who = (user: { id: string }) => ({ id: accountId, userId: user.id });
const isUser = async (id: string) => (await prisma().user.count({ where: { id } })) === 1;
async function asNow({ id }: { id: string }): Promise<SessionUser> {
  const user = await prisma().user.findUniqueOrThrow({
    where: { id },
    include: { memberships: true },
  });
  return { id, name: user.name, email: user.email, roles: rolesOf(user.memberships) };
}
const actions = async () => {
  const events = await prisma().auditEvent.findMany({
    where: { accountId },
    orderBy: { id: "asc" },
  });
  return events.map(({ action }) => action).filter((action) => action !== "account_connected");
};
const expire = (table: "invites" | "password_resets") =>
  pool().query(`UPDATE ${table} SET expires_at = now() - interval '1 second'`);
const notValid = { code: "link_not_valid" };

/** How an owner who has made links ceases to be one. */
const ends: [string, (from: SessionUser, maker: SessionUser) => Promise<void>][] = [
  ["removed", (from, maker) => removePerson(from, who(maker))],
  ["made an analyst", (from, maker) => changePerson(from, who(maker), { role: "analyst" })],
  ["disabled", (from, maker) => changePerson(from, who(maker), { isDisabled: true })],
];

describe("an invite", () => {
  it("lets a new person in once, with the role that it says", async () => {
    const email = emailOf("nina");
    const { secret } = await invite({ email, role: "viewer" });
    expect(await readInvite(secret)).toEqual({
      accountName: "Test account",
      email,
      role: "viewer",
      isKnown: false,
      hasPassword: false,
    });
    await joinByInvite({ secret, name: "Nina", password });
    const browser = new Browser();
    expect((await browser.signIn(email, password)).status).toBe(200);
    const { items } = await (await browser.send("GET", "/api/accounts")).json();
    expect(items).toEqual([expect.objectContaining({ id: accountId, role: "viewer" })]);
    await expect(joinByInvite({ secret, name: "Nina", password })).rejects.toMatchObject(notValid);
    expect(await actions()).toEqual(["invite_made", "invite_accepted"]);
  });

  it("is stored as a hash alone", async () => {
    const { secret } = await invite();
    expect(secret).toMatch(/^[\w-]{43}$/);
    const { rows } = await pool().query(
      "SELECT string_agg(invites::text, ' ') AS all FROM invites",
    );
    expect(rows[0].all).not.toContain(secret);
  });

  it("is worth nothing when it is a week old, was withdrawn or replaced, or never was", async () => {
    const email = emailOf("nina");
    const old = await invite({ email });
    const withdrawn = await invite({ email });
    await expect(readInvite(old.secret)).rejects.toMatchObject(notValid);
    const { invites } = await listPeople(owner, accountId);
    expect(invites.map((one) => one.email)).toEqual([email]);
    await withdrawInvite(owner, { id: accountId, inviteId: invites[0]?.id ?? "" });
    await expect(readInvite(withdrawn.secret)).rejects.toMatchObject(notValid);
    const expired = await invite({ email });
    expect(Date.parse(expired.expiresAt) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000);
    await expire("invites");
    await expect(readInvite(expired.secret)).rejects.toMatchObject(notValid);
    await expect(readInvite("made up")).rejects.toMatchObject(notValid);
    expect((await listPeople(owner, accountId)).invites).toEqual([]);
  });

  it("lets in one person alone, however many take it up at once", async () => {
    const { secret } = await invite();
    const tries = ["A", "B", "C"].map((name) => joinByInvite({ secret, name, password }));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listPeople(owner, accountId)).people).toHaveLength(2);
  });

  it("makes whoever is here already sign in: the link alone does not open their other accounts", async () => {
    const other = await makeUser();
    await makeAccount(other);
    const { secret } = await invite({ email: other.email });
    await expect(joinByInvite({ secret, name: "Thief", password })).rejects.toMatchObject({
      code: "has_account",
    });
    await expect(acceptInvite(await makeUser(), secret)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await acceptInvite(other, secret)).toEqual({ accountId });
    expect((await listAccounts(await asNow(other))).items).toHaveLength(2);
  });

  it("is not made for a member, nor by anybody but an owner", async () => {
    const member = await makeMember(accountId, "analyst");
    await expect(invite({ email: member.email })).rejects.toMatchObject({
      code: "already_member",
    });
    await expect(
      invitePerson(member, accountId, { email: emailOf("x"), role: "viewer" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each(ends)("is worth nothing once its maker was %s", async (_, end) => {
    const maker = await makeMember(accountId, "owner");
    await makeAccount(maker);
    const known = await makeUser();
    const [email, ofProvider] = [emailOf("nina"), emailOf("ida")];
    const role = "owner";
    const { secret } = await invitePerson(maker, accountId, { email, role });
    const toKnown = await invitePerson(maker, accountId, { email: known.email, role });
    await invitePerson(maker, accountId, { email: ofProvider, role });
    await end(owner, maker);
    await expect(readInvite(secret)).rejects.toMatchObject(notValid);
    await expect(joinByInvite({ secret, name: "Nina", password })).rejects.toMatchObject(notValid);
    await expect(acceptInvite(known, toKnown.secret)).rejects.toMatchObject(notValid);
    const claims = { sub: ofProvider, email: ofProvider, email_verified: true };
    expect(await admitIdentity({ issuer: "https://id.example.com", claims })).toBeNull();
    const { people, invites } = await listPeople(owner, accountId);
    expect(people.map((one) => one.email)).not.toContain(known.email);
    expect(invites).toEqual([]);
  });

  it("waits while its maker is disabled, and needs a maker", async () => {
    const maker = await makeMember(accountId, "owner");
    const email = emailOf("nina");
    const { secret } = await invitePerson(maker, accountId, { email, role: "viewer" });
    await changePerson(owner, who(maker), { isDisabled: true });
    await expect(readInvite(secret)).rejects.toMatchObject(notValid);
    await changePerson(owner, who(maker), { isDisabled: false });
    expect(await readInvite(secret)).toMatchObject({ email });
    await prisma().invite.updateMany({ where: { email }, data: { invitedById: null } });
    await expect(readInvite(secret)).rejects.toMatchObject(notValid);
  });

  it("can't be found by trying: an address that tries is slowed", async () => {
    const browser = new Browser("203.0.113.77");
    const statuses: number[] = [];
    for (let index = 0; index < 40; index++) {
      const body = { secret: `guess ${index}` };
      statuses.push((await browser.send("POST", "/api/invites/read", { body })).status);
    }
    expect(statuses.filter((status) => status === 404)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    const { secret } = await invite();
    const here = new Browser("203.0.113.78");
    for (let index = 0; index < 40; index++) {
      expect((await here.send("POST", "/api/invites/read", { body: { secret } })).status).toBe(200);
    }
  });
});

describe("the people of an account", () => {
  it("are shown to its owners; others see themselves", async () => {
    const member = await makeMember(accountId, "viewer");
    await invite();
    const shown = await listPeople(owner, accountId);
    expect(shown.people.map(({ email, role, isYou }) => [email, role, isYou])).toEqual([
      [owner.email, "owner", true],
      [member.email, "viewer", false],
    ]);
    expect(shown.invites).toHaveLength(1);
    const { people, invites } = await listPeople(member, accountId);
    expect([people.map(({ email }) => email), invites]).toEqual([[member.email], []]);
  });

  it("are shown with their last sign-in", async () => {
    const { secret } = await invite();
    const { email } = await joinByInvite({ secret, name: "Nina", password });
    const lastSignIn = async () => {
      const { people } = await listPeople(owner, accountId);
      return people.find((person) => person.email === email)?.lastSignInAt;
    };
    expect(await lastSignIn()).toBeNull();
    await new Browser("198.51.100.9").signIn(email, password);
    expect(Date.parse((await lastSignIn()) ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });

  it("get another role, are disabled and enabled, and the trail tells", async () => {
    const member = await makeMember(accountId, "viewer");
    await changePerson(owner, who(member), { role: "owner" });
    await changePerson(owner, who(member), { isDisabled: true });
    expect((await asNow(member)).roles).toEqual({});
    await changePerson(owner, who(member), { isDisabled: false });
    expect((await asNow(member)).roles).toEqual({ [accountId]: "owner" });
    expect(await actions()).toEqual(["role_changed", "person_disabled", "person_enabled"]);
  });

  it("who are removed from their last account are deleted, and their runs stay", async () => {
    const member = await makeMember(accountId, "analyst");
    const { id: runId } = await draftRun(member, accountId, usNumbers(2));
    await removePerson(owner, who(member));
    expect(await isUser(member.id)).toBe(false);
    expect(await getRun(owner, runId)).toMatchObject({ createdBy: null });
    expect(await actions()).toContain("person_removed");
  });

  it("who belong to another account too are removed from this one alone", async () => {
    const member = await makeMember(accountId, "analyst");
    const another = await makeAccount(member);
    await removePerson(owner, who(member));
    expect((await asNow(member)).roles).toEqual({ [another]: "owner" });
  });

  it("who are disabled do not come in because the account is gone", async () => {
    const [disabled, other] = [
      await makeMember(accountId, "viewer"),
      await makeMember(accountId, "viewer"),
    ];
    await changePerson(owner, who(disabled), { isDisabled: true });
    await deleteAccount(owner, accountId);
    expect(await isUser(disabled.id)).toBe(false);
    expect(await isUser(other.id)).toBe(true);
    expect(await isUser(owner.id)).toBe(true);
  });

  it("of other accounts are not to be found", async () => {
    const stranger = await makeUser();
    await makeAccount(stranger);
    for (const deed of [
      () => changePerson(owner, who(stranger), { role: "viewer" }),
      () => removePerson(owner, who(stranger)),
      () => makePasswordReset(owner, who(stranger)),
    ]) {
      await expect(deed()).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("the last owner", () => {
  const lastOwner = {
    code: "last_owner",
    message: "This is the only owner of the account. Make somebody else an owner first.",
  };

  it("can't be demoted, disabled or removed, by themselves either", async () => {
    const disabled = await makeMember(accountId, "owner");
    await changePerson(owner, who(disabled), { isDisabled: true });
    for (const deed of [
      () => changePerson(owner, who(owner), { role: "analyst" }),
      () => changePerson(owner, who(owner), { isDisabled: true }),
      () => removePerson(owner, who(owner)),
    ]) {
      await expect(deed()).rejects.toMatchObject(lastOwner);
    }
    await changePerson(owner, who(disabled), { isDisabled: false });
    await removePerson(owner, who(owner));
    expect((await asNow(disabled)).roles).toEqual({ [accountId]: "owner" });
  });

  it("stays when two owners demote each other at once", async () => {
    const other = await makeMember(accountId, "owner");
    const results = await Promise.allSettled([
      changePerson(owner, who(other), { role: "viewer" }),
      changePerson(other, who(owner), { role: "viewer" }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const owners = await prisma().membership.count({ where: { accountId, role: "owner" } });
    expect(owners).toBe(1);
  });
});

describe("a link to a new password", () => {
  it("sets it once, within a day", async () => {
    const member = await makeMember(accountId, "viewer");
    const made = await makePasswordReset(owner, who(member));
    expect(Date.parse(made.expiresAt) - Date.now()).toBeLessThanOrEqual(86_400_000);
    const browser = new Browser("198.51.100.20");
    const body = { secret: made.secret, password };
    const set = await browser.send("POST", "/api/password-resets/use", { body });
    expect(await set.json()).toEqual({ email: member.email });
    expect((await browser.signIn(member.email, password)).status).toBe(200);
    await expect(setNewPassword({ secret: made.secret, password })).rejects.toMatchObject(notValid);
    const late = await makePasswordReset(owner, who(member));
    await expire("password_resets");
    await expect(setNewPassword({ secret: late.secret, password })).rejects.toMatchObject(notValid);
  });

  it("is not made for somebody who belongs to an account that the owner does not own", async () => {
    const member = await makeMember(accountId, "viewer");
    await makeAccount(member);
    await expect(makePasswordReset(owner, who(member))).rejects.toMatchObject({
      code: "forbidden",
      message:
        "This person also belongs to accounts that you do not own, so you may not set their password.",
    });
    expect((await listPeople(owner, accountId)).people[1]?.canReset).toBe(false);
  });

  it("is not made for oneself: the present password would not be asked", async () => {
    await expect(makePasswordReset(owner, who(owner))).rejects.toMatchObject({
      code: "forbidden",
      message: "Change your own password in Settings.",
    });
  });
});

describe("a link to a new password, when it is used", () => {
  async function expectWorthless(secret: string, { id }: SessionUser) {
    const hash = async () =>
      (await prisma().user.findUniqueOrThrow({ where: { id } })).passwordHash;
    const before = await hash();
    await expect(readPasswordReset(secret)).rejects.toMatchObject(notValid);
    await expect(setNewPassword({ secret, password })).rejects.toMatchObject(notValid);
    expect(await hash()).toBe(before);
  }

  it.each(ends)("is worth nothing once its maker was %s", async (_, end) => {
    const maker = await makeMember(accountId, "owner");
    await makeAccount(maker);
    const member = await makeMember(accountId, "viewer");
    const { secret } = await makePasswordReset(maker, who(member));
    expect(await readPasswordReset(secret)).toEqual({ email: member.email });
    await end(owner, maker);
    await expectWorthless(secret, member);
  });

  it("is worth nothing once its maker is a user no more", async () => {
    const maker = await makeMember(accountId, "owner");
    const member = await makeMember(accountId, "viewer");
    const { secret } = await makePasswordReset(maker, who(member));
    await removePerson(owner, who(maker));
    expect(await isUser(maker.id)).toBe(false);
    await expectWorthless(secret, member);
  });

  it("does not open an account that its person has joined since", async () => {
    const member = await makeMember(accountId, "viewer");
    const { secret } = await makePasswordReset(owner, who(member));
    const other = await makeUser();
    const another = await makeAccount(other);
    const invited = { email: member.email, role: "analyst" } as const;
    await acceptInvite(member, (await invitePerson(other, another, invited)).secret);
    await expectWorthless(secret, member);
    // Who owns that one too is let in there anyway.
    await prisma().membership.create({
      data: { userId: owner.id, accountId: another, role: "owner" },
    });
    expect(await setNewPassword({ secret, password })).toEqual({ email: member.email });
  });

  it("is worth nothing for a person who belongs to no account any more", async () => {
    const member = await makeMember(accountId, "viewer");
    const { secret } = await makePasswordReset(owner, who(member));
    await deleteAccount(owner, accountId);
    await expectWorthless(secret, member);
  });

  it("needs a maker", async () => {
    const member = await makeMember(accountId, "viewer");
    const { secret } = await makePasswordReset(owner, who(member));
    await prisma().passwordReset.updateMany({
      where: { userId: member.id },
      data: { createdById: null },
    });
    await expectWorthless(secret, member);
  });
});

describe("one's own password", () => {
  it("is changed by whoever knows the present one", async () => {
    const { secret } = await invite();
    const { email } = await joinByInvite({ secret, name: "Nina", password });
    const user = await prisma().user.findUniqueOrThrow({ where: { email } });
    const browser = await browserOf(user, "198.51.100.21");
    const body = { present: password, password: "another password" };
    expect((await browser.send("POST", "/api/password", { body })).status).toBe(204);
    expect((await browser.signIn(email, password)).status).toBe(401);
    expect((await browser.signIn(email, "another password")).status).toBe(200);
    const event = await prisma().auditEvent.findFirst({
      where: { userId: user.id, action: "password_changed" },
    });
    expect(event?.facts).toEqual({ by: "its person" });
  });

  it("can't be found by trying", async () => {
    const { secret } = await invite();
    const { email } = await joinByInvite({ secret, name: "Nina", password });
    const user = await asNow(await prisma().user.findUniqueOrThrow({ where: { email } }));
    const wrong = { present: "not it at all", password: "another password" };
    for (let index = 0; index < 5; index++) {
      await expect(changePassword(user, wrong)).rejects.toMatchObject({ code: "invalid_request" });
    }
    await expect(changePassword(user, { ...wrong, present: password })).rejects.toMatchObject({
      code: "throttled",
    });
  });

  it.each([9, 201])("of %i characters is refused", async (length) => {
    const browser = await browserOf(owner);
    const body = { present: password, password: "x".repeat(length) };
    const answer = await browser.send("POST", "/api/password", { body });
    expect([answer.status, (await answer.json()).fields]).toEqual([
      400,
      { password: expect.stringMatching(/^Use at (least 10|most 200) characters\.$/) },
    ]);
  });
});
