import type { z } from "zod";
import type { ErasureView, listErasures as operation } from "@/lib/api/erasures";
import type { SessionUser } from "@/lib/auth/session";
import { decodeCursor, encodeCursor } from "@/lib/runs/cursor";
import { ownedAccounts } from "./owned-accounts";
import { readErasures } from "./read-erasures";

type Query = z.output<(typeof operation)["query"]>;

/** A page of the receipts of the accounts that a user owns, newest first. */
export async function listErasures(
  user: SessionUser,
  { cursor, limit }: Query,
): Promise<{ items: ErasureView[]; nextCursor: string | null }> {
  const [before] = decodeCursor(cursor) ?? [];
  const erasures = await readErasures(
    {
      accountId: { in: ownedAccounts(user) },
      ...(typeof before === "string" && { id: { lt: before } }),
    },
    limit + 1,
  );
  const items = erasures.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: erasures.length > limit && last ? encodeCursor([last.id]) : null };
}
