import type { Account } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Connection } from "@/lib/kaleyra/connection";
import { baseUrl } from "@/lib/kaleyra/pods";
import { decryptApiKey } from "./secrets";

/** Where and as whom to call Kaleyra for an account. Holds the open key: keep it short-lived. */
export function connectionOf(account: Account): Connection {
  const { SANDBOX_URL, KALEYRA_RCS_URL, KALEYRA_API_URL, KALEYRA_DEADLINE_MS: deadlineMs } = env();
  const { sid, rcsHost, apiHost } = account;
  const apiKey = decryptApiKey(account.id, account.apiKeyCipher);
  if (!account.isSandbox) {
    const rcsUrl = baseUrl(rcsHost, KALEYRA_RCS_URL);
    const apiUrl = baseUrl(apiHost, KALEYRA_API_URL);
    const operatorUrls = [
      ...(KALEYRA_RCS_URL ? [rcsUrl] : []),
      ...(KALEYRA_API_URL ? [apiUrl] : []),
    ];
    return { sid, apiKey, deadlineMs, rcsUrl, apiUrl, operatorUrls };
  }
  if (!SANDBOX_URL) throw new AppError("unavailable", "The sandbox does not run on this server.");
  const operatorUrls = [SANDBOX_URL];
  return { sid, apiKey, deadlineMs, rcsUrl: SANDBOX_URL, apiUrl: SANDBOX_URL, operatorUrls };
}
