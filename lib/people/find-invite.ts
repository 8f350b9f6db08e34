import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { hashLinkSecret } from "./link-secret";
import { openInvites } from "./open-invites";

/** For a link that does not work any more, or never did: the same words, whatever the reason. */
export function linkNotValid(): AppError {
  return new AppError(
    "link_not_valid",
    "This link was used already, is too old, or was withdrawn. Ask for a new one.",
  );
}

/**
 * The invite of a link that works, locked for this transaction so that it is taken up once.
 *
 * @throws AppError `link_not_valid`
 */
export async function findInvite(tx: Prisma.TransactionClient, secret: string) {
  const tokenHash = hashLinkSecret(secret);
  await tx.$queryRaw`SELECT 1 FROM invites WHERE token_hash = ${tokenHash} FOR UPDATE`;
  const [invite] = await openInvites(tx, { tokenHash });
  if (!invite) throw linkNotValid();
  return invite;
}
