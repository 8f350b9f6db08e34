import { prisma } from "@/lib/db/prisma";
import type { Connection } from "@/lib/kaleyra/connection";
import { connectionOf } from "./connection";

/**
 * Where and as whom to call Kaleyra for an account, as it is set now, for a call that stands in the
 * ledger already: `withdraw` takes it back when that can't be read, or it would count as possibly
 * billed.
 */
export async function openConnectionOr(
  withdraw: () => Promise<void>,
  accountId: string,
): Promise<Connection> {
  try {
    return connectionOf(await prisma().account.findUniqueOrThrow({ where: { id: accountId } }));
  } catch (error) {
    await withdraw().catch(() => {});
    throw error;
  }
}
