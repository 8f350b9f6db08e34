import type { PoolClient } from "pg";
import { atomically } from "@/lib/db/atomically";
import type { Failure } from "@/lib/kaleyra/failures";
import { bulkOperation } from "@/lib/kaleyra/operations";
import type { AnswerNotes, Verdict } from "@/lib/kaleyra/verdict";
import {
  type ClaimedBatch,
  type Lane,
  releaseBatches,
  uncountAttempt,
  workOf,
} from "./claim-batch";
import { failCall } from "./ledger";
import { failedOutcome, outcomeOf } from "./outcomes";
import { saveOutcomes } from "./save-outcomes";
import { splitBatch } from "./split-batch";
import { storeTogether } from "./store-together";
import { closeBatches, type PendingContact } from "./take-batch";
import { stopWork } from "./work";
import type { LaneStep } from "./work-lane";

// The run's breakdown, which all lanes write to, comes last in each, so that its rows are locked
// for short.

/** What Kaleyra said of a batch. */
export interface BatchAnswer {
  httpStatus: number;
  /** In the order of the batch's contacts. */
  verdicts: Verdict[];
  notes: AnswerNotes;
}

/** How many numbers an answer was billed for: Kaleyra looks up none that it rejects. */
export const billedOf = ({ verdicts }: Pick<BatchAnswer, "verdicts">): number =>
  verdicts.filter((verdict) => verdict.outcome !== "rejected").length;

/** Stores the answer to a batch. After a probe the lane keeps it: the rest has not been asked. */
export function storeAnswer(
  lane: Lane,
  accountId: string,
  batch: ClaimedBatch,
  { httpStatus, verdicts, notes }: BatchAnswer,
): Promise<void> {
  const outcomes = batch.contacts.flatMap((contact, index) => {
    const verdict = verdicts[index];
    return verdict ? [outcomeOf(contact, verdict)] : [];
  });
  return storeTogether(lane.runId, {
    accountId,
    call: { id: batch.callId, httpStatus, billed: billedOf({ verdicts }), notes },
    closes: batch.isProbe ? null : batch.no,
    outcomes,
  });
}

/** Gives up on a batch: its contacts are failed, or rejected when Kaleyra calls them invalid. */
export function giveUp(lane: Lane, batch: ClaimedBatch, failure: Failure): Promise<void> {
  const { no, contacts } = batch;
  return atomically((tx) => giveUpOn(tx, lane, { nos: [no], contacts }, batch.callId, failure));
}

/** The same of several batches, with the call that was the last one for them. */
export async function giveUpOn(
  tx: PoolClient,
  { runId }: Lane,
  { nos, contacts }: { nos: number[]; contacts: Pick<PendingContact, "line" | "country">[] },
  callId: string,
  failure: Failure,
): Promise<void> {
  const outcomes = contacts.map((contact) => failedOutcome(contact, failure.kind));
  await closeBatches(tx, runId, nos);
  await failCall(tx, callId, failure);
  await saveOutcomes(tx, runId, outcomes);
}

/** Notes a failed call; the lane keeps the batch for the next one. A call turned away is no attempt. */
export function keepForRetry(
  lane: Lane,
  batch: ClaimedBatch,
  failure: Failure,
  { isAttempt }: { isAttempt: boolean },
): Promise<void> {
  return atomically(async (tx) => {
    await failCall(tx, batch.callId, failure);
    if (!isAttempt && batch.isCounted) await uncountAttempt(tx, lane, batch.no);
  });
}

/** Pauses the run because every further call would fail like this one, and gives the batch back. */
export function pauseFor(lane: Lane, batch: ClaimedBatch, failure: Failure): Promise<void> {
  return atomically(async (tx) => {
    await failCall(tx, batch.callId, failure);
    await releaseBatches(tx, lane);
    await stopWork(tx, workOf(lane), "paused", failure.kind);
  });
}

/** Cuts a bulk batch that Kaleyra found too small into single lookups. */
export function splitIntoSingles(lane: Lane, batch: ClaimedBatch, failure: Failure): Promise<void> {
  const lines = batch.contacts.map(({ line }) => line);
  return atomically(async (tx) => {
    await failCall(tx, batch.callId, failure);
    await splitBatch(tx, lane.runId, batch.no, lines);
  });
}

/**
 * A bulk path that the account's pod does not serve: the account takes the other one from now on.
 * When this lane has been refused by the other one too, the run is paused: every further batch
 * would fail like this one.
 */
export function switchBulkPath(
  lane: Lane,
  accountId: string,
  batch: ClaimedBatch,
  failure: Failure,
): Promise<LaneStep> {
  const other = batch.path === "bulk" ? "legacy" : "bulk";
  return atomically(async (tx) => {
    await failCall(tx, batch.callId, failure);
    const tried = await tx.query(
      `SELECT 1 FROM lookup_calls
       WHERE run_id = $1 AND lane = $2 AND operation = $3 AND result = $4`,
      [lane.runId, lane.id, bulkOperation(other), failure.kind],
    );
    if (tried.rows.length > 0) {
      await releaseBatches(tx, lane);
      await stopWork(tx, workOf(lane), "paused", failure.kind);
      return { next: "end" };
    }
    await tx.query("UPDATE accounts SET bulk_path = $2 WHERE id = $1 AND bulk_path = $3", [
      accountId,
      other,
      batch.path,
    ]);
    // The batch is still held: the next step takes it by the other path.
    return { next: "wait", ms: 0 };
  });
}
