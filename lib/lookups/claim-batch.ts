import type { PoolClient } from "pg";
import { pool, transaction } from "@/lib/db/pool";
import type { BulkPath } from "@/lib/kaleyra/operations";
import { returnProbe } from "./breaker";
import type { AccountWithLimit, Moment } from "./gate";
import { closeInterrupted, dropCall, openCall } from "./ledger";
import { splitBatch } from "./split-batch";
import {
  type AccountRow,
  closeBatches,
  type PendingContact,
  releaseProbed,
  type TakenBatch,
  type Taking,
  takeForProbe,
  takeFree,
  takeHeld,
} from "./take-batch";
import { takeTurn } from "./turn";
import type { Work } from "./work";

/** A lane of a run: one durable workflow, which makes one call at a time. */
export interface Lane {
  runId: string;
  round: number;
  /** Unique for the lane; a batch that it holds bears it. */
  id: string;
}

/** A batch that is about to be asked, with its open row in the ledger. */
export interface ClaimedBatch {
  no: number;
  kind: "bulk" | "single";
  /** What the call asks: all that is pending of the batch; of a probe, any one contact of it. */
  contacts: PendingContact[];
  callId: string;
  /** This attempt's number, from 1. Of probes only those of a single number count. */
  attempt: number;
  /** Whether this call took one of the batch's attempts, which it gives back if it is turned away. */
  isCounted: boolean;
  /** The lane held it before this attempt. */
  isHeld: boolean;
  /** The breaker is open: this call finds out whether Kaleyra answers again. */
  isProbe: boolean;
  path: BulkPath;
}

export type Claim =
  /** The run no longer goes, or goes in another round. */
  | { kind: "stop" }
  | { kind: "empty" }
  | { kind: "wait"; ms: number }
  /** Something was put in order; claim again. */
  | { kind: "again" }
  | {
      kind: "batch";
      account: AccountWithLimit;
      batch: ClaimedBatch;
      /** When to ask it; null: no moment is soon. None was reserved for a probe. */
      moment?: Moment | null;
    };

/** The run that a lane works on. */
export const workOf = ({ runId, round }: Lane): Work => ({ table: "runs", id: runId, round });

/**
 * Takes the next batch for a lane, writes the attempt into the ledger and reserves its moment. When
 * `resuming`, one that the lane holds already comes first (its last attempt failed, or its process
 * died).
 *
 * @param storing the lane's last answer, on its way to the database: a probe must not ask of its
 * batch, which the lane holds until then
 */
export async function claimBatch(
  lane: Lane,
  { resuming, storing }: { resuming: boolean; storing?: Promise<void> },
): Promise<Claim> {
  const held = resuming ? await transaction((tx) => resume(tx, lane)) : {};
  const isHeld = held.batch !== undefined;
  const { account, batch, call } = isHeld ? held : await takeFree(pool(), lane);
  if (!account) return { kind: "stop" };
  if (!batch) {
    await storing;
    return claimWithCare(lane, account);
  }
  if (call) {
    const claim = claimed(account, batch, { callId: call.id, isHeld, isProbe: false });
    return { ...claim, moment: call.moment };
  }
  return transaction((tx) => putInOrder(tx, lane, batch));
}

async function resume(tx: PoolClient, lane: Lane): Promise<Taking> {
  await closeInterrupted(tx, lane.id, lane.runId);
  await releaseProbed(tx, lane);
  return takeHeld(tx, lane);
}

/** Nothing could be taken just so: there is nothing left, or the account's turn has not come. */
function claimWithCare(lane: Lane, account: AccountRow): Promise<Claim> {
  return transaction(async (tx) => {
    const turn = await takeTurn(tx, workOf(lane), account, "rcs");
    if (turn.kind !== "call") return turn;
    if (!turn.isProbe) return { kind: "empty" };
    const batch = await takeForProbe(tx, lane);
    if (!batch?.pending.length) await returnProbe(tx, account.id, "rcs");
    if (!batch) return { kind: "empty" };
    if (batch.pending.length === 0) return putInOrder(tx, lane, batch);
    const callId = await openCall(tx, {
      accountId: account.id,
      runId: lane.runId,
      batchNo: batch.no,
      lane: lane.id,
      operation: "single_lookup",
      numbers: 1,
    });
    const one = { ...batch, pending: anyOne(batch.pending) };
    return claimed(account, one, { callId, isHeld: false, isProbe: true });
  });
}

/** Closes a batch that has nothing left to ask, and cuts up one that has too little for a bulk call. */
async function putInOrder(tx: PoolClient, lane: Lane, batch: TakenBatch): Promise<Claim> {
  const lines = batch.pending.map(({ line }) => line);
  if (lines.length === 0) await closeBatches(tx, lane.runId, [batch.no]);
  else await splitBatch(tx, lane.runId, batch.no, lines);
  return { kind: "again" };
}

function claimed(
  account: AccountRow,
  taken: TakenBatch,
  { callId, isHeld, isProbe }: Pick<ClaimedBatch, "callId" | "isHeld" | "isProbe">,
): Extract<Claim, { kind: "batch" }> {
  const { no, kind, pending, attempts } = taken;
  return {
    kind: "batch",
    account,
    batch: {
      no,
      kind: isProbe ? "single" : kind,
      contacts: pending,
      callId,
      attempt: attempts,
      isCounted: !isProbe || kind === "single",
      isHeld,
      isProbe,
      path: account.bulkPath,
    },
  };
}

/** Not always the same: Kaleyra may fail on that very number, and answer for all others. */
function anyOne<T>(pending: T[]): T[] {
  const at = Math.floor(Math.random() * pending.length);
  return pending.slice(at, at + 1);
}

/** Takes back a call that was not made after all. The lane keeps the batch, and others may probe. */
export function withdrawCall(lane: Lane, accountId: string, batch: ClaimedBatch): Promise<void> {
  return transaction(async (tx) => {
    await dropCall(tx, batch.callId);
    if (batch.isProbe) {
      await returnProbe(tx, accountId, "rcs");
      await releaseProbed(tx, lane);
    }
    if (batch.isCounted) await uncountAttempt(tx, lane, batch.no);
  });
}

/** Gives a batch back the attempt that its last call has taken, which did not reach its numbers. */
export async function uncountAttempt(tx: PoolClient, { runId }: Lane, no: number): Promise<void> {
  await tx.query("UPDATE batches SET attempts = attempts - 1 WHERE run_id = $1 AND no = $2", [
    runId,
    no,
  ]);
}

/** Gives back what a lane holds, for another round to take. */
export async function releaseBatches(tx: PoolClient, lane: Lane): Promise<void> {
  await closeInterrupted(tx, lane.id, lane.runId);
  await tx.query(
    `UPDATE batches SET state = 'pending', lane = NULL
     WHERE run_id = $1 AND state <> 'done' AND lane = $2`,
    [lane.runId, lane.id],
  );
}
