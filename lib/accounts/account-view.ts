import type { AccountView } from "@/lib/api/accounts";
import type { RoleName } from "@/lib/api/common";
import type { Account } from "@/lib/db/generated/client";

/** An account as a user with `role` sees it: everything but the key. */
export function accountView(account: Account, role: RoleName): AccountView {
  const { id, sid, name, isSandbox, rcsHost, apiHost, currency } = account;
  return {
    id,
    sid,
    name,
    isSandbox,
    rcsHost,
    apiHost,
    currency,
    callsPerSecond: account.callsPerSecond,
    callsAtOnce: account.callsAtOnce,
    oneCountryPerBatch: account.oneCountryPerBatch,
    pricePerLookup: account.pricePerLookup.toNumber(),
    pricePerDetail: account.pricePerDetail.toNumber(),
    retentionDays: account.retentionDays,
    role,
    createdAt: account.createdAt.toISOString(),
  };
}
