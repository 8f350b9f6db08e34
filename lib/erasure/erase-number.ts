import type { PoolClient } from "pg";
import type { z } from "zod";
import type { ErasedCounts, ErasureView, eraseNumber as operation } from "@/lib/api/erasures";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { transaction } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { unlessDeadlocked } from "@/lib/db/unless-deadlocked";
import { eraseFromRun } from "./erase-from-run";
import { findRows } from "./find-rows";
import { ownedAccounts } from "./owned-accounts";
import { readErasures } from "./read-erasures";
import { readWanted, type WantedNumber } from "./wanted-number";

type Body = z.output<(typeof operation)["body"]>;

/**
 * Deletes all that is stored of a number in the accounts that a user owns, run by run, also of runs
 * that are going. Each run's deletion and its part in the receipt are one transaction: what is cut
 * off halfway has a receipt of what was deleted, and the next erasure deletes the rest.
 *
 * @returns a receipt for each account in which the number was; none holds the number
 * @throws AppError `number_invalid`, `forbidden`
 */
export async function eraseNumber(
  user: SessionUser,
  { number, country }: Body,
): Promise<{ items: ErasureView[] }> {
  const wanted = readWanted(number, country);
  const found = await findRows(ownedAccounts(user), wanted);
  const receipts: string[] = [];
  for (const accountId of new Set(found.map((run) => run.accountId))) {
    const runIds = found.filter((run) => run.accountId === accountId).map(({ id }) => id);
    receipts.push(await eraseFromAccount(user, accountId, runIds, wanted));
  }
  return { items: await readErasures({ id: { in: receipts } }) };
}

async function eraseFromAccount(
  user: SessionUser,
  accountId: string,
  runIds: readonly string[],
  wanted: WantedNumber,
): Promise<string> {
  const nothing = { runs: 0, contacts: 0, duplicates: 0, invalid: 0, details: 0 };
  const { id } = await prisma().erasure.create({
    data: { accountId, erasedById: user.id, ...nothing },
  });
  for (const runId of runIds) {
    const erase = () =>
      transaction(async (tx) => addToReceipt(tx, id, await eraseFromRun(tx, runId, wanted)));
    await unlessDeadlocked(erase);
  }
  const { runs, contacts, duplicates, invalid } = await prisma().erasure.findUniqueOrThrow({
    where: { id },
  });
  const facts = { runs, rows: contacts + duplicates + invalid };
  await recordEvent(user, { action: "number_erased", accountId, subject: id, facts });
  return id;
}

async function addToReceipt(tx: PoolClient, id: string, counts: ErasedCounts): Promise<void> {
  const { contacts, duplicates, invalid, details, keptCells } = counts;
  if (contacts + duplicates + invalid + details + keptCells === 0) return;
  await tx.query(
    `UPDATE erasures SET runs = runs + 1, contacts = contacts + $2, duplicates = duplicates + $3,
       invalid = invalid + $4, details = details + $5, kept_cells = kept_cells + $6
     WHERE id = $1`,
    [id, contacts, duplicates, invalid, details, keptCells],
  );
}
