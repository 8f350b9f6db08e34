import type { PoolClient } from "pg";
import { atomically } from "@/lib/db/atomically";
import type { Failure } from "@/lib/kaleyra/failures";
import type { NumberLookupsAccepted } from "@/lib/kaleyra/request-number-lookups";
import { MAX_ATTEMPTS } from "@/lib/lookups/backoff";
import { returnProbe } from "@/lib/lookups/breaker";
import { closeCall, dropCall, failCall } from "@/lib/lookups/ledger";
import { noteAnswer } from "@/lib/lookups/note-answer";
import type { RequestCall } from "./claim-details";

/** Numbers that a request holds, or held until someone took its process for dead. */
const HELD = "run_id = $1 AND line = ANY($2::int[]) AND state IN ('wanted', 'requesting')";

const linesOf = (call: RequestCall) => call.numbers.map(({ line }) => line);

/**
 * Stores the lookup ids of an answer. A number without one got no answer, or is invalid when Kaleyra
 * says so of all that are missing. What was neither accepted nor called invalid may be billed.
 */
export function storeAccepted(call: RequestCall, answer: NumberLookupsAccepted): Promise<void> {
  const lineOf = new Map(call.numbers.map(({ e164, line }) => [e164, line]));
  const ids = new Map(answer.accepted.map(({ number, lookupId }) => [number, lookupId]));
  const missing = answer.missing.map((number) => lineOf.get(number));
  const allInvalid = answer.invalid === missing.length;
  return atomically(async (tx) => {
    await noteAnswer(tx, call.accountId, "api");
    const billed = call.numbers.length - answer.invalid;
    await closeCall(tx, call.callId, { httpStatus: answer.httpStatus, billed });
    await tx.query(
      `UPDATE number_details d SET state = 'requested', lane = NULL, attempts = 0, polls = 0,
         lookup_id = given.id, requested_at = now(),
         next_poll_at = now() + random() * interval '1 second'
       FROM unnest($2::int[], $3::text[]) AS given(line, id)
       WHERE d.run_id = $1 AND d.line = given.line AND d.state IN ('wanted', 'requesting')`,
      [call.runId, [...ids.keys()].map((number) => lineOf.get(number)), [...ids.values()]],
    );
    await tx.query(
      `UPDATE number_details SET state = $3::"DetailState", failure = $4, lane = NULL WHERE ${HELD}`,
      [call.runId, missing, ...(allInvalid ? ["failed", "invalid_number"] : ["no_answer", null])],
    );
  });
}

/** Notes a failed call; the lane keeps the numbers for the next. A call turned away is no attempt. */
export function keepRequest(
  call: RequestCall,
  failure: Failure,
  { isAttempt }: { isAttempt: boolean },
): Promise<void> {
  return atomically(async (tx) => {
    await failCall(tx, call.callId, failure);
    if (!isAttempt) await uncountAttempts(tx, call);
  });
}

/** Takes back a request that was not made after all; the lane keeps the numbers. */
export function withdrawRequest(call: RequestCall): Promise<void> {
  return atomically(async (tx) => {
    await dropCall(tx, call.callId);
    if (call.isProbe) await returnProbe(tx, call.accountId, "api");
    await uncountAttempts(tx, call);
  });
}

async function uncountAttempts(tx: PoolClient, call: RequestCall): Promise<void> {
  await tx.query(`UPDATE number_details SET attempts = attempts - 1 WHERE ${HELD}`, [
    call.runId,
    linesOf(call),
  ]);
}

/** Gives up on those that had their attempts, or on all: the others wait for another request. */
export function giveUpRequest(call: RequestCall, failure: Failure, all: boolean): Promise<void> {
  return settle(call, failure, (tx) =>
    tx.query(
      `UPDATE number_details SET lane = NULL,
         state = CASE WHEN $4 OR attempts >= $5 THEN 'failed' ELSE 'wanted' END::"DetailState",
         failure = CASE WHEN $4 OR attempts >= $5 THEN $3 END
       WHERE ${HELD}`,
      [call.runId, linesOf(call), failure.kind, all, MAX_ATTEMPTS],
    ),
  );
}

/** Lets each number of a refused request go out singly: it may be one of them, or their count. */
export function sendSingly(call: RequestCall, failure: Failure): Promise<void> {
  return settle(call, failure, (tx) =>
    tx.query(
      `UPDATE number_details SET state = 'wanted', alone = true, attempts = 0, lane = NULL
       WHERE ${HELD}`,
      [call.runId, linesOf(call)],
    ),
  );
}

/** The failed attempt comes last, so that the numbers are not free while it counts as open. */
function settle(
  call: RequestCall,
  failure: Failure,
  change: (tx: PoolClient) => Promise<unknown>,
): Promise<void> {
  return atomically(async (tx) => {
    await change(tx);
    await failCall(tx, call.callId, failure);
  });
}
