import type { ErasureView } from "@/lib/api/erasures";
import type { Account, Erasure, User } from "@/lib/db/generated/client";

/** What a receipt is read with. */
export const ERASURE_PARTS = { account: { select: { name: true } } } as const;

/** A receipt as the owners of its account see it. */
export function erasureView(
  erasure: Erasure & { account: Pick<Account, "name"> },
  erasedBy: Pick<User, "name"> | undefined,
): ErasureView {
  const { id, accountId, runs, contacts, duplicates, invalid, details, keptCells } = erasure;
  return {
    id,
    accountId,
    accountName: erasure.account.name,
    erasedBy: erasedBy?.name ?? null,
    at: erasure.at.toISOString(),
    runs,
    contacts,
    duplicates,
    invalid,
    details,
    keptCells,
  };
}
