import { prisma } from "@/lib/db/prisma";
import type { Connection } from "@/lib/kaleyra/connection";
import { connectionOf } from "./connection";

/** Where and as whom to call Kaleyra for an account, as it is set now. */
export async function openConnection(accountId: string): Promise<Connection> {
  return connectionOf(await prisma().account.findUniqueOrThrow({ where: { id: accountId } }));
}
