import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { pool, transaction } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { closeRuns } from "@/lib/retention/close-runs";
import { deleteRows } from "@/lib/retention/delete-rows";
import { findAccount } from "./find-account";

/**
 * Removes an account with its runs, contacts and ledger. Contacts go first, bite by bite, as of a
 * run that is deleted.
 *
 * @throws AppError `account_in_use` while a run of it is going
 */
export async function deleteAccount(user: SessionUser, id: string): Promise<void> {
  const { account } = await findAccount(user, id, "owner");
  await deleteContacts(id);
  await transaction(async (tx) => {
    // Who is disabled here and belongs nowhere else would otherwise be a user who may sign in.
    await tx.query(
      `DELETE FROM users u WHERE EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id)
         AND NOT EXISTS (
           SELECT 1 FROM memberships m
           WHERE m.user_id = u.id AND NOT (m.account_id = $1 AND m.disabled_at IS NOT NULL))`,
      [id],
    );
    await tx.query("DELETE FROM accounts WHERE id = $1", [id]);
    const event = { action: "account_removed", accountId: id, subject: id } as const;
    await recordEvent(user, { ...event, label: account.name }, tx);
  });
}

async function deleteContacts(accountId: string): Promise<void> {
  if (await closeRuns({ accountId })) {
    throw new AppError(
      "account_in_use",
      "A run of this account is still going. Cancel it or let it finish first.",
    );
  }
  const { rows: runs } = await pool().query<{ id: string }>(
    "SELECT id FROM runs WHERE account_id = $1",
    [accountId],
  );
  for (const { id } of runs) await deleteRows(id);
}
