import { atomically } from "@/lib/db/atomically";
import type { Failure } from "@/lib/kaleyra/failures";
import { noteAlive, noteDown, saysDown } from "./breaker";
import { holdAccount } from "./gate";
import { noteAnswer } from "./note-answer";
import { noteThrottled } from "./throttle";
import type { Upstream } from "./upstream";

/**
 * Notes what a failed call says of Kaleyra itself, for all calls of the account: that it is down,
 * that it is there, or that it asks to slow down. Whatever names a time to come back is obeyed.
 */
export function noteFailure(
  accountId: string,
  failure: Failure,
  { isProbe, upstream }: { isProbe: boolean; upstream: Upstream },
): Promise<void> {
  const { kind, retryAfterMs } = failure;
  return atomically(async (tx) => {
    if (saysDown(kind)) {
      await noteDown(tx, accountId, isProbe, upstream);
      if (retryAfterMs !== undefined) await holdAccount(accountId, retryAfterMs, tx);
      return;
    }
    if (kind !== "throttled") return noteAnswer(tx, accountId, upstream);
    await noteAlive(tx, accountId, upstream);
    await noteThrottled(tx, accountId, upstream, retryAfterMs);
  });
}
