import { setTimeout as sleep } from "node:timers/promises";
import { persistently } from "@/lib/db/persistently";
import { pool, transaction } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import type { Failed } from "@/lib/kaleyra/failures";
import type { Operation } from "@/lib/kaleyra/operations";
import { gateDelay, holdAccount, reserveCall } from "./gate";
import { closeCall, failCall, openCall } from "./ledger";

/** Longer than this nobody waits at a form. */
const MAX_WAIT_MS = 10_000;

interface CallNow<T> {
  operation: Operation;
  make: () => Promise<T | Failed>;
  /** How many numbers an answer was billed for. */
  billed: (answer: T) => number;
}

/**
 * One call for one number outside any run, within the account's budget and in its ledger. Not
 * tried again: a person sees the answer and decides.
 *
 * @throws AppError `unavailable` when the account's next call is too far away
 */
export async function callNow<T extends { ok: true; httpStatus: number }>(
  account: { id: string; callsPerSecond: number },
  { operation, make, billed }: CallNow<T>,
): Promise<T | Failed> {
  const { callId, waitMs } = await transaction(async (tx) => {
    const delay = await gateDelay(tx, account.id);
    if (delay > MAX_WAIT_MS) {
      const seconds = Math.ceil(delay / 1000);
      throw new AppError(
        "unavailable",
        `Kaleyra asked this account to slow down. Try again in ${seconds} seconds.`,
      );
    }
    const id = await openCall(tx, { accountId: account.id, operation, numbers: 1 });
    return { callId: id, waitMs: await reserveCall(tx, account) };
  });
  await sleep(waitMs);
  const answer = await make();
  await persistently(async () => {
    if (answer.ok) return closeCall(pool(), callId, answer.httpStatus, billed(answer));
    return failCall(pool(), callId, answer.failure);
  });
  if (!answer.ok && answer.failure.kind === "throttled" && answer.failure.retryAfterMs) {
    await holdAccount(account.id, answer.failure.retryAfterMs);
  }
  return answer;
}
