export const ACCOUNT_COOKIE = "account";

/** The chosen account, when it is one of those that the user may see: the cookie comes from outside. */
export function parseAccount(
  cookie: string | undefined,
  accountIds: readonly string[],
): string | null {
  return accountIds.find((id) => id === cookie) ?? null;
}
