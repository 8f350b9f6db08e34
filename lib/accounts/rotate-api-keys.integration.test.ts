import { beforeEach, expect, it } from "vitest";
import { prisma } from "@/lib/db/prisma";
import { makeAccount, makeUser } from "@/test/people";
import { rotateApiKeys } from "./rotate-api-keys";
import { decryptApiKey, encryptApiKey } from "./secrets";

const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");
const [old, next] = [key(7), key(8)];
const keys = { current: next, previous: old };

beforeEach(() => prisma().account.deleteMany());

const storedOf = async (id: string) =>
  (await prisma().account.findUniqueOrThrow({ where: { id } })).apiKeyCipher;
const store = (id: string, apiKeyCipher: string) =>
  prisma().account.update({ where: { id }, data: { apiKeyCipher } });

it("encrypts every account's API key anew, and a second time nothing", async () => {
  const user = await makeUser();
  const ids = [
    await makeAccount(user, { apiKey: "first-key" }),
    await makeAccount(user, { apiKey: "second-key" }),
  ];
  for (const id of ids) {
    await store(id, encryptApiKey(id, decryptApiKey(id, await storedOf(id)), { current: old }));
  }
  expect(await rotateApiKeys(keys)).toEqual({ rotated: 2, current: 0, unopened: [] });
  const stored = await Promise.all(ids.map(storedOf));
  // The new key alone opens them now.
  const opened = ids.map((id, at) => decryptApiKey(id, stored[at] ?? "", { current: next }));
  expect(opened).toEqual(["first-key", "second-key"]);
  expect(await rotateApiKeys(keys)).toEqual({ rotated: 0, current: 2, unopened: [] });
  expect(await Promise.all(ids.map(storedOf))).toEqual(stored);
});

it("leaves what no key opens as it is, names it, and goes on with the rest", async () => {
  const user = await makeUser();
  const [lost, fine] = [await makeAccount(user), await makeAccount(user)];
  const closed = encryptApiKey(lost, "lost-key", { current: key(9) });
  await store(lost, closed);
  await store(fine, encryptApiKey(fine, "fine-key", { current: old }));
  const done = await rotateApiKeys(keys);
  expect(done).toMatchObject({ rotated: 1, unopened: [{ name: "Test account" }] });
  expect(done.unopened[0]?.reason).toContain("ENCRYPTION_KEY_PREVIOUS");
  expect(await storedOf(lost)).toBe(closed);
  expect(decryptApiKey(fine, await storedOf(fine), { current: next })).toBe("fine-key");
});

it("never puts an old API key back over one that is replaced while it goes", async () => {
  const user = await makeUser();
  const id = await makeAccount(user);
  // Several at once, each against replacements by hand: the last replacement is what stays.
  for (let round = 0; round < 5; round++) {
    await store(id, encryptApiKey(id, `old-${round}`, { current: old }));
    const rotations = [rotateApiKeys(keys), rotateApiKeys(keys)];
    const replaced = store(id, encryptApiKey(id, `replaced-${round}`, keys));
    await Promise.all([...rotations, replaced]);
    expect(decryptApiKey(id, await storedOf(id), keys)).toBe(`replaced-${round}`);
  }
});
