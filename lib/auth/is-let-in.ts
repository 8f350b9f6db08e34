/**
 * Whether a user may come in at all: somewhere they are not disabled. Who belongs to no account,
 * such as the owner that has removed the only one, may connect another.
 */
export function isLetIn(user: { memberships: { disabledAt: Date | null }[] }): boolean {
  const { memberships } = user;
  return memberships.length === 0 || memberships.some((one) => one.disabledAt === null);
}
