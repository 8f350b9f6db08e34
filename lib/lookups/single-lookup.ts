import { setTimeout as sleep } from "node:timers/promises";
import { persistently } from "@/lib/db/persistently";
import { pool, transaction } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import type { Connection } from "@/lib/kaleyra/connection";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import { gateDelay, holdAccount, reserveCall } from "./gate";
import { closeCall, failCall, openCall } from "./ledger";

/** Longer than this nobody waits at a form. */
const MAX_WAIT_MS = 10_000;

/**
 * One lookup outside any run, within the account's budget and in its ledger. Not tried again: a
 * person sees the answer and decides.
 *
 * @throws AppError `unavailable` when the account's next call is too far away
 */
export async function singleLookup(
  account: { id: string; callsPerSecond: number },
  connection: Connection,
  e164: string,
) {
  const { callId, waitMs } = await transaction(async (tx) => {
    const delay = await gateDelay(tx, account.id);
    if (delay > MAX_WAIT_MS) {
      const seconds = Math.ceil(delay / 1000);
      throw new AppError(
        "unavailable",
        `Kaleyra asked this account to slow down. Try again in ${seconds} seconds.`,
      );
    }
    const operation = "single_lookup";
    const id = await openCall(tx, { accountId: account.id, operation, numbers: 1 });
    return { callId: id, waitMs: await reserveCall(tx, account) };
  });
  await sleep(waitMs);
  const answer = await lookupSingle(connection, e164);
  await persistently(async () => {
    if (answer.ok) return closeCall(pool(), callId, answer.httpStatus, 1);
    return failCall(pool(), callId, answer.failure);
  });
  if (!answer.ok && answer.failure.kind === "throttled" && answer.failure.retryAfterMs) {
    await holdAccount(account.id, answer.failure.retryAfterMs);
  }
  return answer;
}
