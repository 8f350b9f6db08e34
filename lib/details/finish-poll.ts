import type { PoolClient } from "pg";
import { atomically } from "@/lib/db/atomically";
import type { Failure } from "@/lib/kaleyra/failures";
import type { NumberDetails } from "@/lib/kaleyra/number-details";
import { backoffMs } from "@/lib/lookups/backoff";
import { returnProbe } from "@/lib/lookups/breaker";
import { closeCall, dropCall, failCall } from "@/lib/lookups/ledger";
import { noteAnswer } from "@/lib/lookups/note-answer";
import type { PollCall } from "./claim-details";
import { MAX_POLLS, POLL_CAP_MS } from "./limits";

const THIS = "run_id = $1 AND line = $2 AND state = 'requested' AND lookup_id = $3";
const keyOf = ({ runId, number }: PollCall) => [runId, number.line, number.lookupId];

/** Stores the details of a number. */
export function storeDetails(
  call: PollCall,
  httpStatus: number,
  details: NumberDetails,
): Promise<void> {
  return answered(call, httpStatus, (tx) =>
    tx.query(
      `UPDATE number_details SET state = 'ready', failure = NULL, attempts = 0, lane = NULL, next_poll_at = NULL,
         fetched_at = now(), country = $4, calling_code = $5,
         current_operator = $6, current_mcc = $7, current_mnc = $8,
         original_operator = $9, original_mcc = $10, original_mnc = $11,
         ported = $12, roaming = $13, other = $14
       WHERE ${THIS}`,
      [
        ...keyOf(call),
        details.country,
        details.countryCode,
        details.currentOperator,
        details.currentMcc,
        details.currentMnc,
        details.originalOperator,
        details.originalMcc,
        details.originalMnc,
        details.ported,
        details.roaming,
        JSON.stringify(details.other),
      ],
    ),
  );
}

/** Waits longer for details that are not ready, or gives up waiting. */
export function storeNotReady(call: PollCall, httpStatus: number): Promise<void> {
  const polls = call.number.polls + 1;
  const [state, seconds] =
    polls < MAX_POLLS
      ? ["requested", backoffMs(polls + 1, Math.random, POLL_CAP_MS) / 1000]
      : ["no_answer", null];
  return answered(call, httpStatus, (tx) =>
    tx.query(
      `UPDATE number_details SET polls = $4, attempts = 0, lane = NULL, state = $5::"DetailState",
         next_poll_at = now() + make_interval(secs => $6)
       WHERE ${THIS}`,
      [...keyOf(call), polls, state, seconds],
    ),
  );
}

/** Notes a failed call, and when the next one is due. A call turned away is no attempt. */
export function pollAgain(
  call: PollCall,
  failure: Failure,
  { ms, isAttempt }: { ms: number; isAttempt: boolean },
): Promise<void> {
  return failed(call, failure, (tx) => postpone(tx, call, ms, isAttempt));
}

/** Takes back a poll that was not made after all; anyone may make it. */
export function withdrawPoll(call: PollCall): Promise<void> {
  return atomically(async (tx) => {
    await dropCall(tx, call.callId);
    if (call.isProbe) await returnProbe(tx, call.accountId, "api");
    await postpone(tx, call, 0, false);
  });
}

async function postpone(
  tx: PoolClient,
  call: PollCall,
  waitMs: number,
  isAttempt: boolean,
): Promise<void> {
  await tx.query(
    `UPDATE number_details SET lane = NULL, next_poll_at = now() + make_interval(secs => $4),
       attempts = attempts - $5::int
     WHERE ${THIS}`,
    [...keyOf(call), waitMs / 1000, isAttempt ? 0 : 1],
  );
}

/** Gives up on a number. Its lookup id stays, to be asked again free of charge, unless it is dead. */
export function giveUpPoll(call: PollCall, failure: Failure, idIsDead: boolean): Promise<void> {
  return failed(call, failure, (tx) =>
    tx.query(
      `UPDATE number_details SET state = 'failed', failure = $4, lane = NULL, next_poll_at = NULL,
         lookup_id = CASE WHEN $5 THEN NULL ELSE lookup_id END
       WHERE ${THIS}`,
      [...keyOf(call), failure.kind, idIsDead],
    ),
  );
}

function answered(
  call: PollCall,
  httpStatus: number,
  change: (tx: PoolClient) => Promise<unknown>,
): Promise<void> {
  return atomically(async (tx) => {
    await noteAnswer(tx, call.accountId, "api");
    await closeCall(tx, call.callId, { httpStatus, billed: 0 });
    await change(tx);
  });
}

function failed(
  call: PollCall,
  failure: Failure,
  change: (tx: PoolClient) => Promise<unknown>,
): Promise<void> {
  return atomically(async (tx) => {
    await failCall(tx, call.callId, failure);
    await change(tx);
  });
}
