import { randomUUID } from "node:crypto";
import { createAccount } from "@/lib/accounts/create-account";
import type { RoleName } from "@/lib/api/common";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";

/** A user without any account. */
export async function makeUser(): Promise<SessionUser> {
  const email = `${randomUUID()}@example.com`;
  const { id, name } = await prisma().user.create({
    data: { email, name: "Test", passwordHash: "no password" },
  });
  return { id, name, email, roles: {} };
}

/** A Kaleyra account that the user owns; calls go to where KALEYRA_RCS_URL and KALEYRA_API_URL point. */
export async function makeAccount(
  user: SessionUser,
  settings: { callsAtOnce?: number; callsPerSecond?: number; apiKey?: string } = {},
): Promise<string> {
  const { id } = await createAccount(user, {
    name: "Test account",
    sid: `SID${randomUUID().slice(0, 8)}`,
    apiKey: "sandbox-key",
    rcsHost: "rcs-api.na.kaleyra.io",
    apiHost: "api.kaleyra.io",
    pricePerLookup: 0.005,
    pricePerDetail: 0.004,
    currency: "USD",
    callsPerSecond: 500,
    callsAtOnce: 4,
    ...settings,
  });
  user.roles[id] = "owner";
  return id;
}

/** Someone else, with a role in an account. */
export async function makeMember(accountId: string, role: RoleName): Promise<SessionUser> {
  const user = await makeUser();
  await prisma().membership.create({ data: { userId: user.id, accountId, role } });
  user.roles[accountId] = role;
  return user;
}
