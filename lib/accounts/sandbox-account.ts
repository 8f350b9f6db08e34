import { randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import { encryptApiKey } from "./secrets";

/** The sandbox's own credentials; it knows no others (see sandbox/README.md). */
const sid = "SANDBOX";
const apiKey = "sandbox-key";

/** The account that talks to the local sandbox, when one runs beside this process. */
export function sandboxAccount() {
  if (!env().SANDBOX_URL) return null;
  const id = randomUUID();
  return {
    id,
    name: "Kaleyra sandbox",
    sid,
    apiKeyCipher: encryptApiKey(id, apiKey),
    isSandbox: true,
    rcsHost: "sandbox",
    apiHost: "sandbox",
    callsPerSecond: 200,
    callsAtOnce: 8,
    pricePerLookup: 0,
    currency: "USD",
    gate: { create: {} },
  };
}
