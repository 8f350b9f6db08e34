import { atomically } from "@/lib/db/atomically";
import type { Failure } from "@/lib/kaleyra/failures";
import { backoffMs } from "./backoff";
import { noteAlive, noteDown, saysDown, type Upstream } from "./breaker";
import { holdAccount } from "./gate";

/**
 * Notes what a failed call says of Kaleyra itself, for all calls of the account: that it is down,
 * that it is there, or that it asks to slow down.
 */
export async function noteFailure(
  accountId: string,
  failure: Failure,
  { isProbe, attempt, upstream }: { isProbe: boolean; attempt: number; upstream: Upstream },
): Promise<void> {
  await atomically(async (tx) => {
    if (saysDown(failure.kind)) await noteDown(tx, accountId, isProbe, upstream);
    else await noteAlive(tx, accountId, upstream);
    if (failure.kind !== "throttled") return;
    await holdAccount(accountId, failure.retryAfterMs ?? backoffMs(Math.max(1, attempt)), tx);
  });
}
