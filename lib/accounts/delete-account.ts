import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { pool, transaction } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { closeRuns, whatIsGoing } from "@/lib/retention/close-runs";
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
  const event = { action: "account_removed", accountId: id, subject: id } as const;
  const going = await closeRuns({ accountId: id }, (tx) =>
    recordEvent(user, { ...event, label: account.name }, tx),
  );
  if (going) throw inUse();
  const { rows: runs } = await pool().query<{ id: string }>(
    "SELECT id FROM runs WHERE account_id = $1",
    [id],
  );
  for (const run of runs) await deleteRows(run.id);
  await transaction(async (tx) => {
    // No run is added any more, and one that was, and was started, while the rows went keeps it all.
    await tx.query("SELECT 1 FROM accounts WHERE id = $1 FOR UPDATE", [id]);
    if (await whatIsGoing(tx, { accountId: id })) throw inUse();
    // Who is disabled here and belongs nowhere else would otherwise be a user who may sign in.
    await tx.query(
      `DELETE FROM users u WHERE EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id)
         AND NOT EXISTS (
           SELECT 1 FROM memberships m
           WHERE m.user_id = u.id AND NOT (m.account_id = $1 AND m.disabled_at IS NOT NULL))`,
      [id],
    );
    await tx.query("DELETE FROM accounts WHERE id = $1", [id]);
  });
}

const inUse = () =>
  new AppError(
    "account_in_use",
    "A run of this account is still going. Cancel it or let it finish first.",
  );
