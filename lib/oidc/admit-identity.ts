import { auditRow } from "@/lib/audit/record-event";
import { isLetIn } from "@/lib/auth/is-let-in";
import type { Prisma } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/prisma";
import { joinAccounts, openInvitesOf } from "@/lib/people/join-accounts";
import type { Claims } from "./provider";

export interface Identity {
  issuer: string;
  claims: Claims;
}

/** Who has come in. */
export interface Admitted {
  id: string;
  stamp: number;
}

/**
 * Who comes in by the identity provider: the user that the identity is linked with; or, where the
 * provider has verified the email address, the user or the invited person of this address, who is
 * linked then. Nobody else.
 *
 * @returns the user, or null: unknown, not verified and disabled look alike
 */
export async function admitIdentity({ issuer, claims }: Identity): Promise<Admitted | null> {
  const email = claims.email_verified === true ? claims.email?.trim().toLowerCase() : undefined;
  return prisma().$transaction(async (tx) => {
    // One at a time, so that two first sign-ins of a person do not make two of them.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${issuer} ${claims.sub}`}, 0))`;
    const linked = await findLinked(tx, issuer, claims.sub);
    const found = linked ?? (email ? await findByEmail(tx, email) : null);
    if (found && !isLetIn(found)) {
      await note(tx, found, "sign_in_refused");
      return null;
    }
    if (!found && !email) return null;
    const user = found ?? (await makeInvited(tx, email ?? "", claims.name));
    if (!user) return null;
    const stamp = linked ? user.stamp : await link(tx, user, { issuer, claims });
    await note(tx, user, "signed_in");
    return { id: user.id, stamp };
  });
}

const withMemberships = { memberships: true } as const;

/** The user that an identity is linked with. */
export async function findLinked(
  tx: Pick<Prisma.TransactionClient, "identity">,
  issuer: string,
  subject: string,
) {
  const found = await tx.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    include: { user: { include: withMemberships } },
  });
  return found?.user ?? null;
}

const findByEmail = (tx: Prisma.TransactionClient, email: string) =>
  tx.user.findUnique({ where: { email }, include: withMemberships });

async function makeInvited(tx: Prisma.TransactionClient, email: string, name = "") {
  const invites = await openInvitesOf(tx, email);
  if (invites.length === 0) return null;
  const user = await tx.user.create({ data: { email, name: name.trim().slice(0, 80) || email } });
  await joinAccounts(tx, user, invites);
  return user;
}

/**
 * Links an identity with a user. Nobody had to prove that an address is theirs when they took up an
 * invite and chose a password; so what was chosen then ends when the address's owner comes, and
 * with it all sessions. The first owner's stays: it is the way in when the provider is away.
 *
 * @returns the user's stamp from now on
 */
async function link(
  tx: Prisma.TransactionClient,
  { id }: { id: string },
  { issuer, claims }: Identity,
): Promise<number> {
  await tx.identity.create({ data: { issuer, subject: claims.sub, userId: id } });
  const first = await tx.user.findFirst({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const { stamp } = await tx.user.update({
    where: { id },
    data: first?.id === id ? {} : { passwordHash: null, stamp: { increment: 1 } },
  });
  return stamp;
}

async function note(
  tx: Prisma.TransactionClient,
  user: { id: string; email: string },
  action: "signed_in" | "sign_in_refused",
): Promise<void> {
  const facts = { by: "identity provider" };
  await tx.auditEvent.create({
    data: auditRow(user, { action, accountId: null, subject: user.id, facts }),
  });
}
