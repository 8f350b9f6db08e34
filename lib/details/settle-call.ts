import { atomically } from "@/lib/db/atomically";
import { pool } from "@/lib/db/pool";
import { type Failure, failurePolicy } from "@/lib/kaleyra/failures";
import { backoffMs, MAX_ATTEMPTS, MAX_PROBES } from "@/lib/lookups/backoff";
import { judgeFailure } from "@/lib/lookups/judge-failure";
import { failCall } from "@/lib/lookups/ledger";
import { noteFailure } from "@/lib/lookups/note-failure";
import { stopWork } from "@/lib/lookups/work";
import type { LaneStep } from "@/lib/lookups/work-lane";
import type { PollCall, RequestCall } from "./claim-details";
import { type DetailsLane, POLLS_WERE_SERVED, workOf } from "./details-lane";
import { giveUpPoll, pollAgain } from "./finish-poll";
import { giveUpRequest, keepRequest, sendSingly } from "./finish-request";
import { giveUpPolls } from "./give-up-polls";
import { releaseNumbers } from "./release-numbers";

/** Refusals that may mean one of several numbers, or that there are too many. */
const MAY_MEAN_ONE = new Set<Failure["kind"]>(["invalid_number", "refused_request"]);

/** The policy for a request that failed: pause, send singly, try again, or give up. */
export async function settleRequest(
  lane: DetailsLane,
  call: RequestCall,
  failure: Failure,
): Promise<LaneStep> {
  const attempt = Math.max(...call.numbers.map(({ attempts }) => attempts));
  const judgement = await judge(call, failure, attempt);
  // Not found is the operation itself here: this host would answer every request with it.
  if (judgement.next === "pause" || failure.kind === "not_found") {
    return pausePass(lane, call, failure);
  }
  if (call.numbers.length > 1 && MAY_MEAN_ONE.has(failure.kind)) {
    await sendSingly(call, failure);
    return { next: "batch" };
  }
  if (judgement.next === "give_up") {
    await giveUpRequest(call, failure, !failurePolicy(failure.kind).retry);
    return { next: "batch" };
  }
  await keepRequest(call, failure, judgement);
  return { next: "wait", ms: call.isProbe ? 0 : judgement.ms };
}

/** The policy for a poll that failed: pause, try again later, or give up on the number. */
export async function settlePoll(
  lane: DetailsLane,
  call: PollCall,
  failure: Failure,
): Promise<LaneStep> {
  const { attempts } = call.number;
  const judgement = await judge(call, failure, attempts);
  const isUnknown = failure.kind === "not_found";
  if (judgement.next === "pause" || (isUnknown && (await findsNothing(lane, call)))) {
    return pausePass(lane, call, failure);
  }
  if (call.isProbe && (await giveUpPolls(lane, call, failure))) return { next: "batch" };
  if (isUnknown && attempts < MAX_ATTEMPTS) {
    await pollAgain(call, failure, { ms: backoffMs(attempts), isAttempt: true });
  } else if (judgement.next === "give_up") {
    await giveUpPoll(call, failure, isUnknown);
  } else {
    await pollAgain(call, failure, judgement);
  }
  return { next: "batch" };
}

/** So many numbers that were tried again in vain, and none that was ever served, are no accident. */
const NOTHING_FOUND = 3;

/**
 * Whether this host serves no details at all: then no lookup id is dead, and no more are to be paid
 * for. One that is not found among others that are is unknown to Kaleyra.
 */
async function findsNothing({ passId }: DetailsLane, { runId }: PollCall): Promise<boolean> {
  const { rows } = await pool().query<{ nothing: boolean }>(
    `SELECT NOT ${POLLS_WERE_SERVED}
       AND (SELECT count(*) FROM (
         SELECT 1 FROM number_details
         WHERE pass_id = $2 AND state = 'requested' AND attempts > 1 LIMIT $3
       ) again) = $3 AS nothing`,
    [runId, passId, NOTHING_FOUND],
  );
  return rows[0]?.nothing ?? false;
}

async function judge(call: RequestCall | PollCall, failure: Failure, attempt: number) {
  const { accountId, isProbe } = call;
  await noteFailure(accountId, failure, { isProbe, upstream: "api" });
  return judgeFailure(failure, attempt, isProbe ? MAX_PROBES : MAX_ATTEMPTS);
}

/** Pauses the pass because every further call would fail like this one, and gives numbers back. */
async function pausePass(
  lane: DetailsLane,
  call: RequestCall | PollCall,
  failure: Failure,
): Promise<LaneStep> {
  await atomically(async (tx) => {
    await stopWork(tx, workOf(lane), "paused", failure.kind);
    await failCall(tx, call.callId, failure);
    await releaseNumbers(tx, lane);
  });
  return { next: "end" };
}
