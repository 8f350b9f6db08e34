import { describe, expect, it } from "vitest";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { changePassword } from "@/lib/people/change-password";
import { changePerson } from "@/lib/people/change-person";
import { makePasswordReset } from "@/lib/people/make-password-reset";
import { removePerson } from "@/lib/people/remove-person";
import { setNewPassword } from "@/lib/people/set-new-password";
import { Browser, browserOf } from "@/test/browser";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { draftRun, usNumbers } from "@/test/runs";
import { hashPassword } from "./passwords";

const password = "correct horse battery";

interface Place {
  owner: SessionUser;
  member: SessionUser;
  accountId: string;
  /** What the member had open when it happened: pages ask for these again and again. */
  open: string[];
}

async function makePlace(): Promise<Place> {
  const owner = await makeUser();
  const accountId = await makeAccount(owner);
  const member = await makeMember(accountId, "analyst");
  const passwordHash = await hashPassword(password);
  await prisma().user.update({ where: { id: member.id }, data: { passwordHash } });
  const { id } = await draftRun(owner, accountId, usNumbers(3));
  const open = [
    "/api/accounts",
    `/api/accounts/${accountId}`,
    `/api/runs/${id}`,
    `/api/runs/${id}/breakdown`,
    `/api/runs/${id}/details/progress`,
    `/api/runs/${id}/contacts`,
    `/api/runs/${id}/export?segment=all`,
  ];
  return { owner, member, accountId, open };
}

async function statuses(browser: Browser, addresses: string[]): Promise<number[]> {
  const found: number[] = [];
  for (const address of addresses) {
    const response = await browser.send("GET", address);
    await response.text();
    found.push(response.status);
  }
  return found;
}

describe("a session is worth nothing at its next request", () => {
  const changes: [string, (place: Place) => Promise<unknown>][] = [
    [
      "when the password was changed",
      ({ member }) => changePassword(member, { present: password, password: "another password" }),
    ],
    [
      "when the password was set by an owner's link",
      async ({ owner, member, accountId }) => {
        const { secret } = await makePasswordReset(owner, { id: accountId, userId: member.id });
        await setNewPassword({ secret, password: "another password" });
      },
    ],
    [
      "when the role was lowered",
      ({ owner, member, accountId }) =>
        changePerson(owner, { id: accountId, userId: member.id }, { role: "viewer" }),
    ],
    [
      "when the user was disabled",
      ({ owner, member, accountId }) =>
        changePerson(owner, { id: accountId, userId: member.id }, { isDisabled: true }),
    ],
    [
      "when the user was removed",
      ({ owner, member, accountId }) => removePerson(owner, { id: accountId, userId: member.id }),
    ],
  ];

  it.each(changes)("%s", async (_, change) => {
    const place = await makePlace();
    const [browser, owners] = [await browserOf(place.member), await browserOf(place.owner)];
    expect(new Set(await statuses(browser, place.open))).toEqual(new Set([200]));
    await change(place);
    expect(new Set(await statuses(browser, place.open))).toEqual(new Set([401]));
    const write = await browser.send("POST", "/api/invites/accept", { body: { secret: "x" } });
    expect(write.status).toBe(401);
    // Nobody else's is touched.
    expect(new Set(await statuses(owners, place.open))).toEqual(new Set([200]));
  });

  it("and stays so when the user is enabled again", async () => {
    const { owner, member, accountId, open } = await makePlace();
    const browser = await browserOf(member);
    const who = { id: accountId, userId: member.id };
    await changePerson(owner, who, { isDisabled: true });
    await changePerson(owner, who, { isDisabled: false });
    expect(new Set(await statuses(browser, open))).toEqual(new Set([401]));
    const fresh = new Browser();
    expect((await fresh.signIn(member.email, password)).status).toBe(200);
    expect(new Set(await statuses(fresh, open))).toEqual(new Set([200]));
  });
});

it("a session is not ended by what changes nothing", async () => {
  const { owner, member, accountId, open } = await makePlace();
  const browser = await browserOf(member);
  const who = { id: accountId, userId: member.id };
  await changePerson(owner, who, { role: "analyst", isDisabled: false });
  await expect(
    changePassword(member, { present: "not it at all", password: "another password" }),
  ).rejects.toMatchObject({ fields: { present: "This is not your present password." } });
  expect(new Set(await statuses(browser, open))).toEqual(new Set([200]));
});

it("a session that somebody made up is nobody's", async () => {
  const { member, open } = await makePlace();
  const browser = await browserOf(member);
  for (const [name, value] of browser.cookies) browser.cookies.set(name, `${value}x`);
  expect(new Set(await statuses(browser, open))).toEqual(new Set([401]));
});
