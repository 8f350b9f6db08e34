import { atomically } from "@/lib/db/atomically";
import { pool } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import type { Failed } from "@/lib/kaleyra/failures";
import type { Operation } from "@/lib/kaleyra/operations";
import { awaitMomentOr } from "./await-moment";
import { gateDelay, isHeld } from "./gate";
import { closeCall, dropCall, failCall, openCall } from "./ledger";
import { measureCall } from "./measure-call";
import { noteAnswer } from "./note-answer";
import { noteFailure } from "./note-failure";
import { upstreamOf } from "./upstream";

/** Longer than this nobody waits at a form. */
const MAX_WAIT_MS = 10_000;

interface CallNow<T> {
  operation: Operation;
  make: () => Promise<T | Failed>;
  /** How many numbers an answer was billed for. */
  billed: (answer: T) => number;
}

/**
 * One call for one number outside any run, within the account's budget and in its ledger. What it
 * says of Kaleyra holds for runs too: a refusal holds the account, failures in a row open its
 * breaker, an answer closes it. Not tried again: a person sees the answer and decides.
 *
 * @throws AppError `unavailable` when the account's next call is too far away
 */
export async function callNow<T extends { ok: true; httpStatus: number }>(
  account: { id: string; callsPerSecond: number },
  { operation, make, billed }: CallNow<T>,
): Promise<T | Failed> {
  const callId = await openCall(pool(), { accountId: account.id, operation, numbers: 1 });
  const isStillGranted = async () => !(await isHeld(account.id));
  const withdraw = () => dropCall(pool(), callId);
  if (!(await awaitMomentOr(withdraw, account, { isStillGranted, withinMs: MAX_WAIT_MS }))) {
    throw askedToSlowDown(await gateDelay(pool(), account.id));
  }
  const answer = await measureCall({ operation, numbers: 1, make, billed });
  const upstream = upstreamOf(operation);
  if (answer.ok) {
    const { httpStatus } = answer;
    await atomically(async (tx) => {
      await closeCall(tx, callId, { httpStatus, billed: billed(answer) });
      await noteAnswer(tx, account.id, upstream);
    });
    return answer;
  }
  const { failure } = answer;
  await atomically((tx) => failCall(tx, callId, failure));
  await noteFailure(account.id, failure, { isProbe: false, upstream });
  return answer;
}

function askedToSlowDown(forMs: number): AppError {
  const seconds = Math.ceil(forMs / 1000);
  const message = `Kaleyra asked this account to slow down. Try again in ${seconds} seconds.`;
  return new AppError("unavailable", message);
}
