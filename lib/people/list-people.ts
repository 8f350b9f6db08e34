import type { PeopleView } from "@/lib/api/people";
import { requireRole } from "@/lib/auth/require-role";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { openInvites } from "./open-invites";
import { ownsAllOf } from "./owns-all-of";

/**
 * Who belongs to an account and who is invited, oldest first. Others than its owners see themselves.
 *
 * @throws AppError `not_found`
 */
export async function listPeople(user: SessionUser, accountId: string): Promise<PeopleView> {
  const isOwner = requireRole(user, accountId, "viewer") === "owner";
  const members = await prisma().membership.findMany({
    where: { accountId, ...(!isOwner && { userId: user.id }) },
    include: { user: { include: { memberships: true } } },
    orderBy: [{ user: { createdAt: "asc" } }, { userId: "asc" }],
  });
  const invites = isOwner ? await openInvites(prisma(), { accountId }) : [];
  const lastSignIns = await readLastSignIns(members.map(({ userId }) => userId));
  return {
    people: members.map(({ user: { id, name, email, memberships }, role, disabledAt }) => ({
      id,
      name,
      email,
      role,
      isDisabled: disabledAt !== null,
      isYou: id === user.id,
      lastSignInAt: lastSignIns.get(id)?.toISOString() ?? null,
      canReset: isOwner && id !== user.id && ownsAllOf(user, memberships),
    })),
    invites: invites.map(({ id, email, role, createdAt, expiresAt }) => ({
      id,
      email,
      role,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

/** When each user signed in last, as far as the audit trail tells. */
async function readLastSignIns(userIds: string[]): Promise<Map<string, Date>> {
  const { rows } = await pool().query<{ id: string; at: Date }>(
    `SELECT users.id, last.at FROM unnest($1::uuid[]) AS users (id)
     CROSS JOIN LATERAL (
       SELECT at FROM audit_events WHERE user_id = users.id AND action = 'signed_in'
       ORDER BY id DESC LIMIT 1
     ) AS last`,
    [userIds],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
