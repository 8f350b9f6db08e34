import { type APIRequestContext, expect } from "@playwright/test";
import type { AccountView, NewAccount } from "../lib/api/accounts";
import { read, write } from "./api";

async function listAccounts(request: APIRequestContext): Promise<AccountView[]> {
  return (await read<{ items: AccountView[] }>(request, "/api/accounts")).items;
}

/** The account that every installation begins with. */
export async function sandboxAccount(request: APIRequestContext): Promise<AccountView> {
  const found = (await listAccounts(request)).find((account) => account.isSandbox);
  expect(found, "the sandbox's account").toBeDefined();
  return found as AccountView;
}

/** What a team would type for an account of its own; the sandbox answers its calls. */
export function accountInput(changes: Partial<NewAccount> = {}): NewAccount {
  return {
    name: "Acme Kaleyra",
    sid: "HXAP1234567890IN",
    apiKey: "sandbox-key",
    rcsHost: "rcs-api.na.kaleyra.io",
    apiHost: "api.kaleyra.io",
    pricePerLookup: 0.004,
    currency: "USD",
    callsPerSecond: 100,
    callsAtOnce: 4,
    ...changes,
  };
}

export function connectAccount(
  request: APIRequestContext,
  changes: Partial<NewAccount> = {},
): Promise<AccountView> {
  return write(request, "POST", "/api/accounts", accountInput(changes));
}

/** Leaves the sandbox's account alone, as every other test expects. */
export async function removeConnectedAccounts(request: APIRequestContext): Promise<void> {
  for (const { id, isSandbox } of await listAccounts(request)) {
    if (!isSandbox) await write(request, "DELETE", `/api/accounts/${id}`);
  }
}
