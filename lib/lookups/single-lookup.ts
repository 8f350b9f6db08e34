import type { Connection } from "@/lib/kaleyra/connection";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import { callNow } from "./call-now";

/** One lookup outside any run. Throws as `callNow` does. */
export function singleLookup(
  account: { id: string; callsPerSecond: number },
  connection: Connection,
  e164: string,
) {
  return callNow(account, {
    operation: "single_lookup",
    make: () => lookupSingle(connection, e164),
    billed: () => 1,
  });
}
