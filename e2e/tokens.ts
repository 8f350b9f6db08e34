import type { APIRequestContext } from "@playwright/test";
import type { NewToken, TokenView } from "../lib/api/tokens";
import { sandboxAccount } from "./accounts";
import { read, write } from "./api";

/** Makes an API token, past the page. Its secret comes with it. */
export function makeToken(
  request: APIRequestContext,
  accountId: string,
  changes: Partial<NewToken> = {},
): Promise<TokenView & { secret: string }> {
  const token: NewToken = { name: "Script", role: "analyst", days: 1, ...changes };
  return write(request, "POST", `/api/accounts/${accountId}/tokens`, token);
}

/** The tokens of the sandbox's account. */
export async function listTokens(request: APIRequestContext): Promise<TokenView[]> {
  const { id } = await sandboxAccount(request);
  return (await read<{ items: TokenView[] }>(request, `/api/accounts/${id}/tokens`)).items;
}

/** Revokes those of the sandbox's account. */
export async function revokeTokens(request: APIRequestContext): Promise<void> {
  const account = await sandboxAccount(request);
  for (const { id } of await listTokens(request)) {
    await write(request, "DELETE", `/api/accounts/${account.id}/tokens/${id}`);
  }
}
