import { setTimeout as sleep } from "node:timers/promises";
import { connectionOf } from "@/lib/accounts/connection";
import { prisma } from "@/lib/db/prisma";
import type { Connection } from "@/lib/kaleyra/connection";
import { type Failure, failurePolicy } from "@/lib/kaleyra/failures";
import { lookupBulk } from "@/lib/kaleyra/lookup-bulk";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import type { Verdict } from "@/lib/kaleyra/verdict";
import { backoffMs, MAX_ATTEMPTS } from "./backoff";
import { type ClaimedBatch, claimBatch, type Lane } from "./claim-batch";
import {
  closeEmpty,
  giveUp,
  keepForRetry,
  pauseFor,
  splitIntoSingles,
  storeAnswer,
  switchBulkPath,
} from "./finish-batch";
import { holdAccount } from "./gate";

/** What a lane does next. */
export type LaneStep = { next: "batch" } | { next: "wait"; ms: number } | { next: "end" };

/**
 * One step of a lane: takes a batch, makes one attempt at its call and stores what came of it.
 * All state is in the database, so that a step cut off anywhere can be made again.
 */
export async function workNextBatch(lane: Lane): Promise<LaneStep> {
  const claim = await claimBatch(lane);
  if (claim.kind === "wait") return { next: "wait", ms: claim.ms };
  if (claim.kind !== "batch") return { next: "end" };
  const { accountId, batch } = claim;
  if (batch.contacts.length === 0) {
    await closeEmpty(lane, batch);
    return { next: "batch" };
  }
  const account = await prisma().account.findUniqueOrThrow({ where: { id: accountId } });
  const connection = connectionOf(account);
  if (batch.startsInMs > 0) await sleep(batch.startsInMs);
  const answer = await ask(connection, batch);
  if (!answer.ok) return settleFailure(lane, accountId, batch, answer.failure);
  await storeAnswer(lane, batch, answer.httpStatus, answer.verdicts);
  return { next: "batch" };
}

type Answer =
  | { ok: true; httpStatus: number; verdicts: Verdict[] }
  | { ok: false; failure: Failure };

async function ask(connection: Connection, batch: ClaimedBatch): Promise<Answer> {
  const numbers = batch.contacts.map(({ e164 }) => e164);
  if (batch.kind === "bulk") return lookupBulk(connection, numbers, { path: batch.path });
  const answer = await lookupSingle(connection, numbers[0] ?? "");
  return answer.ok ? { ...answer, verdicts: [answer.verdict] } : answer;
}

/** The policy for a failed attempt: pause, split, switch the path, try again, or give up. */
async function settleFailure(
  lane: Lane,
  accountId: string,
  batch: ClaimedBatch,
  failure: Failure,
): Promise<LaneStep> {
  const policy = failurePolicy(failure.kind);
  if (policy.pauses) {
    await pauseFor(lane, batch, failure);
    return { next: "end" };
  }
  if (failure.kind === "too_few_numbers" && batch.kind === "bulk") {
    await splitIntoSingles(lane, batch, failure);
    return { next: "batch" };
  }
  if (failure.kind === "not_found" && batch.kind === "bulk" && batch.path === "bulk") {
    await switchBulkPath(accountId, batch, failure);
    return { next: "batch" };
  }
  if (!policy.retry || batch.attempt >= MAX_ATTEMPTS) {
    await giveUp(lane, batch, failure);
    return { next: "batch" };
  }
  await keepForRetry(batch, failure);
  const ms = failure.retryAfterMs ?? backoffMs(batch.attempt);
  if (failure.kind === "throttled") await holdAccount(accountId, ms);
  return { next: "wait", ms };
}
