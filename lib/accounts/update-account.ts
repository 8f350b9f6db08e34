import type { AccountChange, AccountView } from "@/lib/api/accounts";
import { auditRow } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { setLaneLimit } from "@/lib/lookups/queue";
import { accountView } from "./account-view";
import { changesOf } from "./changes-of";
import { checkHosts } from "./check-hosts";
import { findAccount } from "./find-account";
import { encryptApiKey } from "./secrets";

/**
 * Changes an account's settings, or its key.
 *
 * @throws AppError `host_not_allowed`; `invalid_request` for the sandbox's host and key, which are fixed
 */
export async function updateAccount(
  user: SessionUser,
  id: string,
  change: AccountChange,
): Promise<AccountView> {
  const { account, role } = await findAccount(user, id, "owner");
  const { apiKey, rcsHost, apiHost, ...settings } = change;
  if (account.isSandbox && apiKey !== undefined) {
    throw new AppError("invalid_request", "The sandbox has a fixed key.");
  }
  const hosts = checkHosts<{ rcsHost?: string; apiHost?: string }>(
    account.isSandbox ? {} : { rcsHost, apiHost },
  );
  const updated = await prisma().$transaction(async (tx) => {
    const after = await tx.account.update({
      where: { id },
      data: {
        ...settings,
        ...hosts,
        // Another host may know another bulk path.
        ...(hosts.rcsHost && hosts.rcsHost !== account.rcsHost && { bulkPath: "bulk" }),
        ...(apiKey !== undefined && { apiKeyCipher: encryptApiKey(id, apiKey) }),
      },
    });
    await tx.auditEvent.createMany({
      data: changesOf(account, after).map((one) => auditRow(user, one)),
    });
    return after;
  });
  await setLaneLimit(updated);
  return accountView(updated, role);
}
