import { randomUUID } from "node:crypto";
import type { AccountView, NewAccount } from "@/lib/api/accounts";
import { auditRow } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { setLaneLimit } from "@/lib/lookups/queue";
import { accountView } from "./account-view";
import { checkHosts } from "./check-hosts";
import { encryptApiKey } from "./secrets";

/**
 * Connects a Kaleyra account; whoever does so owns it.
 *
 * @throws AppError `sid_taken`, `host_not_allowed`
 */
export async function createAccount(user: SessionUser, given: NewAccount): Promise<AccountView> {
  const { apiKey, ...settings } = checkHosts(given);
  const id = randomUUID();
  const existing = await prisma().account.findUnique({ where: { sid: settings.sid } });
  if (existing) {
    const message = "An account with this SID is connected already.";
    throw new AppError("sid_taken", message, { sid: message });
  }
  const account = await prisma().$transaction(async (tx) => {
    const event = { action: "account_connected", accountId: id, subject: id } as const;
    await tx.auditEvent.create({ data: auditRow(user, { ...event, label: settings.name }) });
    return tx.account.create({
      data: {
        ...settings,
        id,
        apiKeyCipher: encryptApiKey(id, apiKey),
        memberships: { create: { userId: user.id, role: "owner" } },
        gate: { create: {} },
      },
    });
  });
  await setLaneLimit(account);
  return accountView(account, "owner");
}
