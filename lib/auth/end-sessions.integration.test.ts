import { expect, it } from "vitest";
import { prisma } from "@/lib/db/prisma";
import { makeUser } from "@/test/people";
import { endSessions } from "./end-sessions";

const stampOf = async (id: string) =>
  (await prisma().user.findUniqueOrThrow({ where: { id } })).stamp;

it("ends the sessions of this user alone", async () => {
  const [user, other] = [await makeUser(), await makeUser()];
  await endSessions({ sub: user.id, stamp: 1 });
  expect([await stampOf(user.id), await stampOf(other.id)]).toEqual([2, 1]);
});

it("is harmless with a session that has ended before", async () => {
  const user = await makeUser();
  await endSessions({ sub: user.id, stamp: 1 });
  await endSessions({ sub: user.id, stamp: 1 });
  expect(await stampOf(user.id)).toBe(2);
});
