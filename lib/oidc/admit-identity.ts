import { auditRow } from "@/lib/audit/record-event";
import { isLetIn } from "@/lib/auth/is-let-in";
import type { Prisma, User } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/prisma";
import { joinAccounts, openInvitesOf } from "@/lib/people/join-accounts";
import type { Claims } from "./provider";

export interface Identity {
  issuer: string;
  claims: Claims;
}

/**
 * Who comes in by the identity provider: the user that the identity is linked with; or, where the
 * provider has verified the email address, the user or the invited person of this address, who is
 * linked then. Nobody else.
 *
 * @returns the user, or null: unknown, not verified and disabled look alike
 */
export async function admitIdentity({ issuer, claims }: Identity) {
  return prisma().$transaction(async (tx) => {
    const user = (await findLinked(tx, issuer, claims.sub)) ?? (await link(tx, issuer, claims));
    if (!user) return null;
    const memberships = await tx.membership.findMany({ where: { userId: user.id } });
    const isIn = isLetIn({ memberships });
    await tx.auditEvent.create({
      data: auditRow(user, {
        action: isIn ? "signed_in" : "sign_in_refused",
        accountId: null,
        subject: user.id,
        facts: { by: "identity provider" },
      }),
    });
    return isIn ? { id: user.id, stamp: user.stamp } : null;
  });
}

/** The user that an identity is linked with. */
export async function findLinked(
  tx: Pick<Prisma.TransactionClient, "identity">,
  issuer: string,
  subject: string,
): Promise<User | null> {
  const key = { issuer_subject: { issuer, subject } };
  const found = await tx.identity.findUnique({ where: key, include: { user: true } });
  return found?.user ?? null;
}

async function link(
  tx: Prisma.TransactionClient,
  issuer: string,
  claims: Claims,
): Promise<User | null> {
  const email = claims.email?.trim().toLowerCase();
  if (!email || claims.email_verified !== true) return null;
  // One at a time, so that two first sign-ins of a person do not make two of them.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`link ${email}`}, 0))`;
  const user = (await claim(tx, email)) ?? (await makeInvited(tx, email, claims.name));
  if (user) await tx.identity.create({ data: { issuer, subject: claims.sub, userId: user.id } });
  return user;
}

/**
 * The user of this address. Nobody had to prove that the address is theirs when they took up an
 * invite and chose a password; so what was chosen then ends when its owner comes, and with it all
 * sessions. The first owner's stays: it is the way in when the provider is away.
 */
async function claim(tx: Prisma.TransactionClient, email: string): Promise<User | null> {
  const user = await tx.user.findUnique({ where: { email } });
  if (!user) return null;
  const first = await tx.user.findFirst({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  if (first?.id === user.id) return user;
  return tx.user.update({
    where: { id: user.id },
    data: { passwordHash: null, stamp: { increment: 1 } },
  });
}

async function makeInvited(
  tx: Prisma.TransactionClient,
  email: string,
  name: string | undefined,
): Promise<User | null> {
  const invites = await openInvitesOf(tx, email);
  if (invites.length === 0) return null;
  const called = name?.trim().slice(0, 80) || email;
  const user = await tx.user.create({ data: { email, name: called } });
  await joinAccounts(tx, user, invites);
  return user;
}
