import type { z } from "zod";
import type { NumberFound, findNumber as operation } from "@/lib/api/erasures";
import type { SessionUser } from "@/lib/auth/session";
import { findRows } from "./find-rows";
import { ownedAccounts } from "./owned-accounts";
import { readWanted } from "./wanted-number";

type Body = z.output<(typeof operation)["body"]>;

/**
 * Counts what is stored of a number in the accounts that a user owns.
 *
 * @throws AppError `number_invalid`, `forbidden`
 */
export async function findNumber(
  user: SessionUser,
  { number, country }: Body,
): Promise<NumberFound> {
  const found = await findRows(ownedAccounts(user), readWanted(number, country));
  const sum = (read: (row: (typeof found)[number]) => number) =>
    found.reduce((total, row) => total + read(row), 0);
  return {
    accounts: new Set(found.map(({ accountId }) => accountId)).size,
    runs: found.length,
    contacts: sum((row) => row.contacts),
    duplicates: sum((row) => row.duplicates),
    invalid: sum((row) => row.invalid),
    details: sum((row) => row.details),
    keptCells: sum((row) => row.keptCells),
  };
}
