import { openConnection } from "@/lib/accounts/open-connection";
import { transaction } from "@/lib/db/pool";
import type { Connection } from "@/lib/kaleyra/connection";
import { requestNumberLookups } from "@/lib/kaleyra/request-number-lookups";
import { awaitMomentOr } from "@/lib/lookups/await-moment";
import { isDraining } from "@/lib/lookups/drain";
import { measureCall } from "@/lib/lookups/measure-call";
import { orWithdraw } from "@/lib/lookups/or-withdraw";
import { isStillGranted } from "@/lib/lookups/turn";
import { type LaneStep, STRETCH_MS } from "@/lib/lookups/work-lane";
import { claimDetails, type PollCall, type RequestCall } from "./claim-details";
import { type DetailsLane, workOf } from "./details-lane";
import { fetchDetails } from "./fetch-details";
import { storeDetails, storeNotReady, withdrawPoll } from "./finish-poll";
import { storeAccepted, withdrawRequest } from "./finish-request";
import { releaseNumbers } from "./release-numbers";
import { settlePoll, settleRequest } from "./settle-call";

/**
 * One step of a lane: for a stretch of time it makes one call after the other, of what is due, and
 * stores what came of it. All state is in the database: a step that is cut off is made again,
 * begins with what its lane holds, and harms nothing.
 */
export async function workDetails(lane: DetailsLane): Promise<LaneStep> {
  const until = performance.now() + STRETCH_MS;
  let connection: Connection | undefined;
  let resuming = true;
  while (performance.now() < until && !isDraining()) {
    const call = await claimDetails(lane, { resuming });
    resuming = false;
    if (call.kind === "stop") await transaction((tx) => releaseNumbers(tx, lane));
    if (call.kind === "stop" || call.kind === "empty") return { next: "end" };
    if (call.kind === "wait") return { next: "wait", ms: call.ms };
    const withdraw = () => (call.kind === "poll" ? withdrawPoll(call) : withdrawRequest(call));
    connection ??= await orWithdraw(withdraw, openConnection(call.accountId));
    const account = { id: call.accountId, callsPerSecond: call.callsPerSecond };
    const isGranted = () => isStillGranted(workOf(lane), account.id, "api", call.isProbe);
    if (!(await awaitMomentOr(withdraw, account, { isStillGranted: isGranted }))) continue;
    const step =
      call.kind === "poll"
        ? await poll(connection, lane, call)
        : await request(connection, lane, call);
    if (step.next !== "batch") return step;
  }
  return { next: "batch" };
}

async function request(
  connection: Connection,
  lane: DetailsLane,
  call: RequestCall,
): Promise<LaneStep> {
  const numbers = call.numbers.map(({ e164 }) => e164);
  const answer = await measureCall({
    operation: "number_lookup",
    numbers: numbers.length,
    make: () => requestNumberLookups(connection, numbers),
    billed: ({ invalid }) => numbers.length - invalid,
  });
  if (!answer.ok) return settleRequest(lane, call, answer.failure);
  await storeAccepted(call, answer);
  return { next: "batch" };
}

async function poll(connection: Connection, lane: DetailsLane, call: PollCall): Promise<LaneStep> {
  const { lookupId, e164 } = call.number;
  const answer = await measureCall({
    operation: "number_lookup_details",
    numbers: 1,
    make: () => fetchDetails(connection, lookupId, e164),
    billed: () => 0,
  });
  if (!answer.ok) return settlePoll(lane, call, answer.failure);
  if (answer.details) await storeDetails(call, answer.httpStatus, answer.details);
  else await storeNotReady(call, answer.httpStatus);
  return { next: "batch" };
}
